package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A place in the tree of one resource, whether something stands there or not. Reading is total: a tree of any shape can be
 * asked for anything, and what cannot be read is absent, as is a null.
 */
public final class Place {
    private final Manifest manifest;
    private final Place parent;
    private final FieldPath.Step step;
    private final Node node;

    private Place(Manifest manifest, Place parent, FieldPath.Step step, Node node) {
        this.manifest = manifest;
        this.parent = parent;
        this.step = step;
        this.node = node;
    }

    /** The top of a resource. */
    public static Place of(Manifest manifest) {
        return new Place(manifest, null, null, manifest.root());
    }

    /** The place below these keys, one after the other. */
    public Place at(String... keys) {
        Place at = this;
        for (String key : keys) {
            at = at.below(key);
        }
        return at;
    }

    private Place below(String key) {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Field field : mapping.fields()) {
                if (field.key().equals(key)) {
                    return new Place(manifest, this, Manifest.step(field), field.value());
                }
            }
        }
        return new Place(manifest, this, new FieldPath.Name(key), null);
    }

    /** The items of the list that stands here. */
    public List<Place> items() {
        if (!(node instanceof Node.Sequence sequence)) {
            return List.of();
        }
        List<Place> items = new ArrayList<>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(new Place(
                    manifest, this, new FieldPath.Index(i), sequence.items().get(i)));
        }
        return Collections.unmodifiableList(items);
    }

    /** The item at an index of the list that stands here, also behind its last one. */
    public Place item(int index) {
        List<Place> items = items();
        return index < items.size() ? items.get(index) : new Place(manifest, this, new FieldPath.Index(index), null);
    }

    /** The place that this one is a field or an item of; the top has none. */
    public Optional<Place> above() {
        return Optional.ofNullable(parent);
    }

    /** The fields of the object that stands here. */
    public List<Place> fields() {
        if (!(node instanceof Node.Mapping mapping)) {
            return List.of();
        }
        List<Place> fields = new ArrayList<>(mapping.fields().size());
        mapping.fields().forEach(field -> fields.add(new Place(manifest, this, Manifest.step(field), field.value())));
        return Collections.unmodifiableList(fields);
    }

    /** The key that leads here, empty for the item of a list and the top. */
    public String key() {
        if (step instanceof FieldPath.Name name) {
            return name.name();
        }
        return step instanceof FieldPath.Entry entry ? entry.key() : "";
    }

    /** The value that stands here as text; a hole has none. */
    public Optional<String> text() {
        return node instanceof Node.Known known && known.type() != Node.Type.NULL
                ? Optional.of(known.text())
                : Optional.empty();
    }

    /** The text that stands here, empty if there is none. */
    public String textOrEmpty() {
        return text().orElse("");
    }

    /** The whole number that stands here; one in quotes is none to Kubernetes. */
    public OptionalInt number() {
        if (!(node instanceof Node.Known known) || known.type() != Node.Type.INTEGER) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.decode(known.text()));
        } catch (NumberFormatException unreadable) {
            return OptionalInt.empty();
        }
    }

    public boolean isTrue() {
        return node instanceof Node.Known known
                && known.type() == Node.Type.BOOLEAN
                && known.text().equalsIgnoreCase("true");
    }

    /** Whether something stands here: a value, an object, a list or a hole, but not a null. */
    public boolean exists() {
        return node != null && !(node instanceof Node.Known known && known.type() == Node.Type.NULL);
    }

    /** Nothing stands here, or an empty text, list or object; a hole is not empty, since it will be filled. */
    public boolean isEmpty() {
        return !exists()
                || node instanceof Node.Known known && known.text().isEmpty()
                || node instanceof Node.Sequence sequence && sequence.items().isEmpty()
                || node instanceof Node.Mapping mapping && mapping.fields().isEmpty();
    }

    /** Whether this text stands here. */
    public boolean is(String text) {
        return node instanceof Node.Known known && known.text().equals(text);
    }

    /** Whether a value belongs here that nobody has given yet. */
    public boolean isHole() {
        return node instanceof Node.Hole;
    }

    public Optional<Node> node() {
        return Optional.ofNullable(node);
    }

    /** This place if something is written here, if only a null, else the closest above where something is. */
    public Place nearest() {
        Place at = this;
        while (at.node == null && at.parent != null) {
            at = at.parent;
        }
        return at;
    }

    public Manifest manifest() {
        return manifest;
    }

    public FieldPath path() {
        return parent == null ? FieldPath.of(manifest.kind()) : parent.path().then(step);
    }

    /** As findings and journeys name it: {@code VirtualService/default/webserver}. */
    public String resource() {
        return manifest.kind() + "/" + manifest.namespace() + "/" + manifest.name();
    }

    /** The file and line, if the resource was read from one; the key's line where a block stands. */
    public Optional<Origin.Read> read() {
        Place at = nearest();
        Origin origin = at.node == null ? manifest.root().origin() : at.node.origin();
        if (at.parent != null && at.parent.node instanceof Node.Mapping above) {
            for (Node.Field field : above.fields()) {
                if (field.value() == at.node) {
                    origin = field.origin();
                }
            }
        }
        return origin instanceof Origin.Read read ? Optional.of(read) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place
                && path().equals(place.path())
                && (manifest == place.manifest || manifest.equals(place.manifest));
    }

    @Override
    public int hashCode() {
        return path().hashCode();
    }

    @Override
    public String toString() {
        return resource() + "/" + path().field();
    }
}
