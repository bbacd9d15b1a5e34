package dev.egresso.reopen;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A resource of a file with the changes made to it, each node with where its value comes from: an answer, if it is what the
 * answers come to; the file, if a person wrote it.
 */
final class Labelled {
    private final Changes changes;
    private final Map<Place, List<FieldChange>> byPlace = new LinkedHashMap<>();
    private final Set<Place> missing = new LinkedHashSet<>();

    private Labelled(Manifest manifest, Changes changes) {
        this.changes = changes;
        for (FieldChange change : changes.fields()) {
            if (change.place().manifest() == manifest) {
                byPlace.computeIfAbsent(change.place(), place -> new ArrayList<>())
                        .add(change);
                if (!change.place().exists()) {
                    missing.add(change.place());
                }
            }
        }
    }

    static Manifest of(Manifest manifest, Changes changes) {
        Labelled labelled = new Labelled(manifest, changes);
        return new Manifest(manifest.kind(), (Node.Mapping) labelled.node(Place.of(manifest)));
    }

    private Node node(Place place) {
        Optional<Node> put = changes(place, FieldChange.Put.class).flatMap(Changes::value);
        if (put.isPresent()) {
            return put.get();
        }
        Node there = place.node().orElseThrow();
        Origin origin = changes.known(place).orElse(there.origin());
        if (there instanceof Node.Mapping mapping) {
            return fields(place, mapping, origin);
        }
        if (there instanceof Node.Sequence) {
            return items(place, origin);
        }
        return there instanceof Node.Known known ? new Node.Known(known.text(), known.type(), origin) : there;
    }

    private Node fields(Place place, Node.Mapping mapping, Origin origin) {
        List<Node.Field> fields = new ArrayList<>();
        for (Place below : place.fields()) {
            if (changes(below, FieldChange.Take.class).isEmpty()) {
                Node value = node(below);
                fields.add(new Node.Field(below.key(), isFree(below), value.origin(), value));
            }
        }
        for (Place absent : missing) {
            way(place, absent).ifPresent(steps -> add(fields, steps, absent));
        }
        return new Node.Mapping(fields, origin);
    }

    private static boolean isFree(Place place) {
        List<FieldPath.Step> steps = place.path().steps();
        return steps.get(steps.size() - 1) instanceof FieldPath.Entry;
    }

    /** The steps from a place that is there to one that is not, if nothing that is there lies between. */
    private static Optional<List<FieldPath.Step>> way(Place from, Place absent) {
        Place nearest = absent.nearest();
        if (!nearest.equals(from)) {
            return Optional.empty();
        }
        List<FieldPath.Step> steps = absent.path().steps();
        return Optional.of(steps.subList(from.path().steps().size(), steps.size()));
    }

    private void add(List<Node.Field> fields, List<FieldPath.Step> steps, Place absent) {
        Node value =
                changes(absent, FieldChange.Put.class).flatMap(Changes::value).orElseThrow();
        merge(fields, steps, value);
    }

    private static void merge(List<Node.Field> fields, List<FieldPath.Step> steps, Node value) {
        String key = steps.get(0) instanceof FieldPath.Name name
                ? name.name()
                : steps.get(0) instanceof FieldPath.Entry entry ? entry.key() : "";
        int at = 0;
        while (at < fields.size() && !fields.get(at).key().equals(key)) {
            at++;
        }
        Optional<Node> before = at < fields.size() ? Optional.of(fields.get(at).value()) : Optional.empty();
        Node after = below(before, steps.subList(1, steps.size()), value);
        boolean free =
                steps.get(0) instanceof FieldPath.Entry || fields.stream().anyMatch(Node.Field::free);
        Node.Field field = new Node.Field(key, free, value.origin(), after);
        if (at < fields.size()) {
            fields.set(at, field);
        } else {
            fields.add(field);
        }
    }

    private static Node below(Optional<Node> before, List<FieldPath.Step> steps, Node value) {
        if (steps.isEmpty()) {
            return value;
        }
        if (steps.get(0) instanceof FieldPath.Index) {
            return new Node.Sequence(
                    List.of(below(Optional.empty(), steps.subList(1, steps.size()), value)), value.origin());
        }
        List<Node.Field> fields =
                new ArrayList<>(before.orElse(null) instanceof Node.Mapping mapping ? mapping.fields() : List.of());
        merge(fields, steps, value);
        return new Node.Mapping(fields, before.map(Node::origin).orElse(value.origin()));
    }

    private Node items(Place place, Origin origin) {
        List<Node> items = new ArrayList<>();
        for (Place item : place.items()) {
            all(item, FieldChange.Insert.class)
                    .forEach(insert -> items.add(Changes.value(insert).orElseThrow()));
            if (changes(item, FieldChange.Take.class).isEmpty()) {
                items.add(node(item));
            }
        }
        all(place.item(place.items().size()), FieldChange.Put.class)
                .forEach(append -> items.add(Changes.value(append).orElseThrow()));
        return new Node.Sequence(items, origin);
    }

    private Optional<FieldChange> changes(Place place, Class<? extends FieldChange> kind) {
        return all(place, kind).stream().findFirst();
    }

    private List<FieldChange> all(Place place, Class<? extends FieldChange> kind) {
        return byPlace.getOrDefault(place, List.of()).stream()
                .filter(kind::isInstance)
                .toList();
    }
}
