package dev.egresso.yaml;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.util.List;
import java.util.Optional;

/** Reads the few fields that are needed of a document that is no resource of a route; total. */
final class Fields {
    private Fields() {}

    static Optional<Node> at(Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    /** The text of a field, empty if there is none. */
    static String text(Node node, String key) {
        return at(node, key).orElse(null) instanceof Node.Known known ? known.text() : "";
    }

    static List<Node> items(Node node, String key) {
        return at(node, key).orElse(null) instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }

    /** The texts of a list. */
    static List<String> texts(Node node, String key) {
        return items(node, key).stream()
                .filter(Node.Known.class::isInstance)
                .map(item -> ((Node.Known) item).text())
                .toList();
    }

    static int line(Node node) {
        return node.origin() instanceof Origin.Read read ? read.line() : 1;
    }
}
