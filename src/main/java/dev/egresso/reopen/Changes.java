package dev.egresso.reopen;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be done to the files, and what of them the answers account for. */
public final class Changes {
    private final List<FieldChange> fields = new ArrayList<>();
    private final List<Manifest> coming = new ArrayList<>();
    private final List<Manifest> going = new ArrayList<>();
    private final List<Manifest> staying = new ArrayList<>();
    private final List<Manifest> named = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Map<Place, Origin> known = new LinkedHashMap<>();

    Changes() {}

    void put(Place place, Node value) {
        fields.add(new FieldChange.Put(place, value));
    }

    void take(Place place) {
        fields.add(new FieldChange.Take(place));
    }

    void insert(Place list, int index, Node value) {
        Place at = list.item(index);
        fields.add(at.exists() ? new FieldChange.Insert(at, value) : new FieldChange.Put(at, value));
    }

    /** Whether something new is to stand below a place. */
    boolean putsInto(Place above) {
        return fields.stream()
                .anyMatch(change -> !(change instanceof FieldChange.Take)
                        && change.place().manifest() == above.manifest()
                        && change.place().path().startsWith(above.path()));
    }

    void comes(Manifest manifest) {
        coming.add(manifest);
    }

    void goes(Manifest manifest) {
        going.add(manifest);
    }

    void stays(Manifest manifest) {
        staying.add(manifest);
    }

    void named(Manifest manifest) {
        named.add(manifest);
    }

    void keep(Kept line) {
        kept.add(line);
    }

    void known(Place place, Origin origin) {
        known.put(place, origin);
    }

    /** To fields of resources that are in the files. */
    public List<FieldChange> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** Resources that the files did not hold. */
    public List<Manifest> coming() {
        return Collections.unmodifiableList(coming);
    }

    /** Resources that are no longer needed. */
    public List<Manifest> going() {
        return Collections.unmodifiableList(going);
    }

    /** Resources that the answers would have taken away or written, and that stay since they hold more. */
    public List<Manifest> staying() {
        return Collections.unmodifiableList(staying);
    }

    /** Resources that keep their names for all that the answers would call them otherwise. */
    public List<Manifest> named() {
        return Collections.unmodifiableList(named);
    }

    /** Lines that would have been others, and stay. */
    public List<Kept> kept() {
        return Collections.unmodifiableList(kept);
    }

    /** Where the value at a place comes from, if it is one that the answers come to as well. */
    Optional<Origin> known(Place place) {
        return Optional.ofNullable(known.get(place));
    }

    public boolean isEmpty() {
        return fields.isEmpty() && coming.isEmpty() && going.isEmpty();
    }

    /** Whether something that is put in still waits for an answer. */
    public boolean hasHoles() {
        return coming.stream().anyMatch(Manifest::hasHoles)
                || fields.stream()
                        .anyMatch(
                                change -> value(change).filter(Changes::isOpen).isPresent());
    }

    static Optional<Node> value(FieldChange change) {
        if (change instanceof FieldChange.Put put) {
            return Optional.of(put.value());
        }
        return change instanceof FieldChange.Insert insert ? Optional.of(insert.value()) : Optional.empty();
    }

    private static boolean isOpen(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.fields().stream().anyMatch(field -> isOpen(field.value()));
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().anyMatch(Changes::isOpen);
        }
        return node instanceof Node.Hole;
    }
}
