package dev.egresso.rollout;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and changes the trees of objects that came from a cluster; every change is a new tree. */
final class Trees {
    /** Of all nodes alike, so that trees compare by what they hold. */
    static final Origin ORIGIN = new Origin.Read("the cluster", 0);

    static final Node.Mapping EMPTY = new Node.Mapping(List.of(), ORIGIN);

    /** What a reader looks for first stands first; the rest follows by the alphabet, as servers mostly write it. */
    private static final List<String> FIRST =
            List.of("apiVersion", "kind", "metadata", "name", "namespace", "labels", "annotations", "spec");

    private Trees() {}

    static Node.Known string(String text) {
        return new Node.Known(text, Node.Type.STRING, ORIGIN);
    }

    static Optional<Node> at(Node node, String... path) {
        Optional<Node> at = Optional.of(node);
        for (String key : path) {
            at = at.flatMap(each -> each instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty());
        }
        return at;
    }

    static String text(Node node, String... path) {
        return at(node, path)
                .filter(Node.Known.class::isInstance)
                .map(found -> ((Node.Known) found).text())
                .orElse("");
    }

    static List<Node> items(Node node, String... path) {
        return at(node, path)
                .filter(Node.Sequence.class::isInstance)
                .map(found -> ((Node.Sequence) found).items())
                .orElse(List.of());
    }

    static Node.Mapping with(Node.Mapping mapping, String key, Node value) {
        List<Node.Field> fields = new ArrayList<>();
        boolean there = false;
        for (Node.Field field : mapping.fields()) {
            boolean here = field.key().equals(key);
            there |= here;
            fields.add(here ? new Node.Field(key, field.free(), field.origin(), value) : field);
        }
        if (!there) {
            fields.add(new Node.Field(key, false, ORIGIN, value));
        }
        return new Node.Mapping(fields, mapping.origin());
    }

    static Node.Mapping without(Node.Mapping mapping, Set<String> keys) {
        return new Node.Mapping(
                mapping.fields().stream()
                        .filter(field -> !keys.contains(field.key()))
                        .toList(),
                mapping.origin());
    }

    /** With the mapping under a key replaced by a changed one, if there is such a mapping. */
    static Node.Mapping changing(
            Node.Mapping mapping, String key, java.util.function.UnaryOperator<Node.Mapping> change) {
        return mapping.get(key).orElse(null) instanceof Node.Mapping below
                ? with(mapping, key, change.apply(below))
                : mapping;
    }

    static Node sorted(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return sorted(mapping);
        }
        return node instanceof Node.Sequence sequence
                ? new Node.Sequence(sequence.items().stream().map(Trees::sorted).toList(), sequence.origin())
                : node;
    }

    static Node.Mapping sorted(Node.Mapping mapping) {
        return new Node.Mapping(
                mapping.fields().stream()
                        .map(field -> new Node.Field(field.key(), field.free(), field.origin(), sorted(field.value())))
                        .sorted(Comparator.comparingInt(Trees::rank).thenComparing(Node.Field::key))
                        .toList(),
                mapping.origin());
    }

    private static int rank(Node.Field field) {
        int first = FIRST.indexOf(field.key());
        return first < 0 ? FIRST.size() : first;
    }
}
