package dev.egresso.mesh;

import java.util.Optional;
import java.util.function.BiConsumer;

/** The tree of one resource, made or read; every node knows its {@link Origin}. */
public record Manifest(Kind kind, Node.Mapping root) {

    /** The text at a path of plain field names and indexes, such as {@code spec.hosts[0]}; empty where a hole stands. */
    public Optional<String> text(String path) {
        return node(path)
                .filter(Node.Known.class::isInstance)
                .map(Node.Known.class::cast)
                .map(Node.Known::text);
    }

    /** The node at a path of plain field names and indexes. */
    public Optional<Node> node(String path) {
        Optional<Node> at = Optional.of(root);
        for (String step : path.split("\\.|(?=\\[)")) {
            at = at.flatMap(node -> step(node, step));
        }
        return at;
    }

    private static Optional<Node> step(Node node, String step) {
        if (step.startsWith("[")) {
            int index = Integer.parseInt(step.substring(1, step.length() - 1));
            return node instanceof Node.Sequence sequence
                            && index < sequence.items().size()
                    ? Optional.of(sequence.items().get(index))
                    : Optional.empty();
        }
        return node instanceof Node.Mapping mapping ? mapping.get(step) : Optional.empty();
    }

    public String name() {
        return metadata("name").orElse("");
    }

    public String namespace() {
        return metadata("namespace").orElse(Namespace.DEFAULT.name());
    }

    /** Asked for all the time, so without taking a path apart. */
    private Optional<String> metadata(String key) {
        return root.get("metadata")
                .flatMap(metadata -> step(metadata, key))
                .filter(Node.Known.class::isInstance)
                .map(Node.Known.class::cast)
                .map(Node.Known::text);
    }

    public boolean hasHoles() {
        boolean[] found = {false};
        walk((path, node) -> found[0] |= node instanceof Node.Hole);
        return found[0];
    }

    /** Every node with its path, parents before children. */
    public void walk(BiConsumer<FieldPath, Node> visitor) {
        walk(FieldPath.of(kind), root, visitor);
    }

    private static void walk(FieldPath path, Node node, BiConsumer<FieldPath, Node> visitor) {
        visitor.accept(path, node);
        if (node instanceof Node.Mapping mapping) {
            for (Node.Field field : mapping.fields()) {
                walk(path.then(step(field)), field.value(), visitor);
            }
        } else if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                walk(path.then(new FieldPath.Index(i)), sequence.items().get(i), visitor);
            }
        }
    }

    /** The step from a mapping into one of its fields. */
    public static FieldPath.Step step(Node.Field field) {
        return field.free() ? new FieldPath.Entry(field.key()) : new FieldPath.Name(field.key());
    }
}
