package dev.egresso.yaml;

import dev.egresso.mesh.Node;
import java.util.List;
import java.util.Optional;

/**
 * A text that holds one object, in YAML or JSON, and is no resource; of several documents the first counts. Total: what
 * cannot be read is a {@link Fault}.
 *
 * @param root empty for a text without anything in it, and where there is a fault
 */
public record OneObject(Optional<Node.Mapping> root, Optional<Fault> fault) {
    /** @param file what to call the text in the fault */
    public static OneObject read(String file, String text) {
        try {
            Optional<Node> node = node(file, text);
            if (node.isEmpty()) {
                return new OneObject(Optional.empty(), Optional.empty());
            }
            return node.get() instanceof Node.Mapping mapping
                    ? new OneObject(Optional.of(mapping), Optional.empty())
                    : broken(file, Fields.line(node.get()), "no fields, but a single value or a list");
        } catch (Unreadable broken) {
            return broken(file, broken.line() + 1, broken.getMessage());
        }
    }

    private static OneObject broken(String file, int line, String what) {
        return new OneObject(Optional.empty(), Optional.of(new Fault(file, line, what)));
    }

    private static Optional<Node> node(String file, String text) {
        if (text.stripLeading().startsWith("{")) {
            try {
                return JsonTree.read(file, text).stream().findFirst().map(JsonTree.Document::node);
            } catch (Unreadable noJson) {
                return yaml(file, text);
            }
        }
        return yaml(file, text);
    }

    private static Optional<Node> yaml(String file, String text) {
        for (YamlDocuments.Slice slice : YamlDocuments.slices(text)) {
            String part = text.substring(slice.from(), slice.to());
            List<org.yaml.snakeyaml.nodes.Node> composed =
                    YamlDocuments.isBlank(part) ? List.of() : composed(part, slice.line());
            if (!composed.isEmpty()) {
                return Optional.of(read(file, slice.line(), composed.get(0)));
            }
        }
        return Optional.empty();
    }

    private static List<org.yaml.snakeyaml.nodes.Node> composed(String part, int line) {
        try {
            return YamlDocuments.compose(part);
        } catch (Unreadable broken) {
            throw new Unreadable(line + broken.line(), broken.getMessage());
        }
    }

    private static Node read(String file, int line, org.yaml.snakeyaml.nodes.Node node) {
        try {
            return new YamlTree(file, line).read(node);
        } catch (Unreadable broken) {
            throw new Unreadable(line + broken.line(), broken.getMessage());
        }
    }
}
