package dev.egresso.yaml;

import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes a resource as YAML, and knows for each line which field it carries and why. */
public final class YamlWriter {
    /** As much as a reader looks ahead for the colon behind a key. */
    private static final int LONGEST_KEY = 1_000;

    private YamlWriter() {}

    /** The text of one document, ending in a line end. */
    public static String text(Manifest manifest) {
        StringWriter text = new StringWriter();
        yaml().serialize(snakeNode(manifest.root()), text);
        return visible(text.toString());
    }

    /**
     * SnakeYAML leaves signs bare that nobody sees, and writes others in a way that not all readers of YAML 1.2 take. Both
     * stand within double quotes only, as every backslash does.
     */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int point = text.codePointAt(i);
            if (point == '\\') {
                i++;
                visible.append(escape(text.charAt(i)));
            } else {
                visible.append(point == '\n' ? "\n" : YamlScalar.visible(point));
            }
        }
        return visible.toString();
    }

    private static String escape(char letter) {
        return switch (letter) {
            case 'L' -> "\\u2028";
            case 'P' -> "\\u2029";
            default -> "\\" + letter;
        };
    }

    /** Several documents in one text. */
    public static String text(List<Manifest> manifests) {
        return manifests.stream().map(YamlWriter::text).collect(Collectors.joining("---\n"));
    }

    /** The lines of one document. The paths come from reading the written text again, never from matching it. */
    public static List<Line> lines(Manifest manifest) {
        String text = text(manifest);
        Line[] lines = new Line[(int) text.lines().count()];
        String[] rows = text.split("\n");
        claim(FieldPath.of(manifest.kind()), manifest.root(), yaml().compose(new StringReader(text)), rows, lines);
        for (int i = 1; i < lines.length; i++) {
            lines[i] = lines[i] == null ? continued(lines[i - 1], rows[i]) : lines[i];
        }
        return List.of(lines);
    }

    /** A key that cannot stand before its colon on one row leaves the value to the row below. */
    private static Line continued(Line line, String row) {
        int indent = row.length() - row.stripLeading().length();
        return new Line(row, line.path(), line.origin(), indent, row.length(), line.hole());
    }

    private static void claim(
            FieldPath path, Node node, org.yaml.snakeyaml.nodes.Node written, String[] rows, Line[] lines) {
        if (node instanceof Node.Mapping mapping && written instanceof MappingNode writtenMapping) {
            for (int i = 0; i < mapping.fields().size(); i++) {
                Node.Field field = mapping.fields().get(i);
                NodeTuple tuple = writtenMapping.getValue().get(i);
                FieldPath below = path.then(Manifest.step(field));
                put(below, field.value(), tuple.getKeyNode(), tuple.getValueNode(), rows, lines);
                claim(below, field.value(), tuple.getValueNode(), rows, lines);
            }
        } else if (node instanceof Node.Sequence sequence && written instanceof SequenceNode writtenSequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                Node item = sequence.items().get(i);
                org.yaml.snakeyaml.nodes.Node writtenItem =
                        writtenSequence.getValue().get(i);
                FieldPath below = path.then(new FieldPath.Index(i));
                put(below, item, writtenItem, writtenItem, rows, lines);
                claim(below, item, writtenItem, rows, lines);
            }
        }
    }

    /** A line belongs to the last field that begins on it, which is the deepest. */
    private static void put(
            FieldPath path,
            Node node,
            org.yaml.snakeyaml.nodes.Node key,
            org.yaml.snakeyaml.nodes.Node value,
            String[] rows,
            Line[] lines) {
        int row = key.getStartMark().getLine();
        boolean onThisRow = value.getStartMark().getLine() == row && node instanceof Node.Scalar;
        String text = rows[row];
        Origin origin = node.origin();
        Optional<Node.Hole> hole = node instanceof Node.Hole missing ? Optional.of(missing) : Optional.empty();
        int valueColumn = onThisRow ? column(text, value) : text.length();
        lines[row] = new Line(text, path, origin, column(text, key), valueColumn, hole);
    }

    /** SnakeYAML counts characters as a person does; a string counts an emoji as two. */
    private static int column(String row, org.yaml.snakeyaml.nodes.Node node) {
        return row.offsetByCodePoints(0, node.getStartMark().getColumn());
    }

    private static org.yaml.snakeyaml.nodes.Node snakeNode(Node node) {
        if (node instanceof Node.Mapping mapping) {
            List<NodeTuple> tuples = mapping.fields().stream()
                    .map(field -> new NodeTuple(scalar(Tag.STR, field.key()), snakeNode(field.value())))
                    .toList();
            return new MappingNode(Tag.MAP, tuples, DumperOptions.FlowStyle.BLOCK);
        }
        if (node instanceof Node.Sequence sequence) {
            List<org.yaml.snakeyaml.nodes.Node> items =
                    sequence.items().stream().map(YamlWriter::snakeNode).toList();
            return new SequenceNode(Tag.SEQ, items, DumperOptions.FlowStyle.BLOCK);
        }
        if (node instanceof Node.Known known) {
            return known.type() == Node.Type.STRING ? scalar(Tag.STR, known.text()) : bare(tag(known), known.text());
        }
        return bare(Tag.STR, "‹" + ((Node.Hole) node).part().replace('-', ' ') + "›");
    }

    private static Tag tag(Node.Known known) {
        return switch (known.type()) {
            case STRING -> Tag.STR;
            case INTEGER -> Tag.INT;
            case NUMBER -> Tag.FLOAT;
            case BOOLEAN -> Tag.BOOL;
            case NULL -> Tag.NULL;
        };
    }

    private static ScalarNode scalar(Tag tag, String text) {
        return Quoting.mayStandBare(text)
                ? bare(tag, text)
                : new ScalarNode(tag, text, null, null, DumperOptions.ScalarStyle.DOUBLE_QUOTED);
    }

    private static ScalarNode bare(Tag tag, String text) {
        return new ScalarNode(tag, text, null, null, DumperOptions.ScalarStyle.PLAIN);
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setIndicatorIndent(0);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setMaxSimpleKeyLength(LONGEST_KEY);
        LoaderOptions loading = new LoaderOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(options), options, loading);
    }
}
