package dev.egresso.yaml;

import dev.egresso.mesh.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds where fields stand in the text of one document. */
final class SpanFinder {
    private final Source source;
    private final String slice;
    private final boolean marksFit;
    private final Optional<Node> root;

    SpanFinder(Source source) {
        this.source = source;
        this.slice = source.slice();
        this.marksFit = slice.codePointCount(0, slice.length()) == slice.length();
        this.root = root(source);
    }

    /** SnakeYAML reads JSON too; what only a JSON reader takes has no spans. */
    private static Optional<Node> root(Source source) {
        try {
            List<Node> documents = YamlDocuments.compose(source.slice());
            Optional<Node> document = source.document() < documents.size()
                    ? Optional.of(documents.get(source.document()))
                    : Optional.empty();
            return source.item() < 0
                    ? document
                    : document.flatMap(list -> field(list, "items"))
                            .map(NodeTuple::getValueNode)
                            .flatMap(items -> item(items, source.item()));
        } catch (Unreadable onlyJson) {
            return Optional.empty();
        }
    }

    /** Of the field at this path, or of the nearest one above that is there. */
    Optional<Span> find(FieldPath path) {
        Optional<Node> at = root;
        Optional<Span> span = at.map(node -> span(node.getStartMark(), node));
        for (FieldPath.Step step : path.steps()) {
            if (step instanceof FieldPath.Index index) {
                at = at.flatMap(node -> item(node, index.index()));
                span = at.map(node -> span(node.getStartMark(), node)).or(keep(span));
            } else {
                Optional<NodeTuple> tuple = at.flatMap(node -> field(node, name(step)));
                at = tuple.map(NodeTuple::getValueNode);
                span = tuple.map(found -> span(found.getKeyNode().getStartMark(), found.getValueNode()))
                        .or(keep(span));
            }
        }
        return span;
    }

    private static Supplier<Optional<Span>> keep(Optional<Span> span) {
        return () -> span;
    }

    private static String name(FieldPath.Step step) {
        return step instanceof FieldPath.Name name ? name.name() : ((FieldPath.Entry) step).key();
    }

    private Span span(Mark key, Node value) {
        return new Span(
                source.line() + key.getLine() + 1,
                key.getColumn() + 1,
                source.from() + index(key),
                source.from() + index(value.getStartMark()),
                source.from() + index(value.getEndMark()));
    }

    /** Marks count code points, and strings count halves of them. */
    private int index(Mark mark) {
        return marksFit ? mark.getIndex() : slice.offsetByCodePoints(0, mark.getIndex());
    }

    private static Optional<NodeTuple> field(Node node, String name) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Node> item(Node node, int index) {
        return node instanceof SequenceNode sequence
                        && index < sequence.getValue().size()
                ? Optional.of(sequence.getValue().get(index))
                : Optional.empty();
    }
}
