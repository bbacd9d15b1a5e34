package dev.egresso.yaml;

import dev.egresso.mesh.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes values in braces and brackets, as the text around them is written.
 *
 * @param quoted whether keys and texts stand in double quotes, as in JSON
 * @param colon what stands between a key and its value
 * @param comma what stands between two values on one line
 * @param lines whether each value has its own line
 * @param lineEnd what ends a line
 * @param blank what lines are indented with
 * @param step the columns by which a value stands further right than the brace around it
 */
record FlowText(boolean quoted, String colon, String comma, boolean lines, String lineEnd, String blank, int step) {
    private static final Pattern MEANING = Pattern.compile("[,:\\[\\]{}]");

    /** A key with its value, which begins on a line that stands this far right. */
    String field(String key, Node value, int column) {
        return (quoted ? YamlScalar.quoted(key) : word(key)) + colon + value(value, column);
    }

    String value(Node value, int column) {
        if (value instanceof Node.Mapping mapping) {
            return inside(
                    "{",
                    "}",
                    mapping.fields().stream()
                            .map(field -> field(field.key(), field.value(), column + step))
                            .toList(),
                    column);
        }
        if (value instanceof Node.Sequence list) {
            return inside(
                    "[",
                    "]",
                    list.items().stream()
                            .map(item -> value(item, column + step))
                            .toList(),
                    column);
        }
        Node.Known known = (Node.Known) value;
        if (known.type() != Node.Type.STRING) {
            return BlockText.scalar(known);
        }
        return quoted ? JsonObject.text(known) : word(known.text());
    }

    private String inside(String open, String close, List<String> parts, int column) {
        if (parts.isEmpty() || !lines) {
            return open + String.join("," + comma, parts) + close;
        }
        List<String> rows = new ArrayList<>();
        parts.forEach(part -> rows.add(blank.repeat(column + step) + part));
        return open + lineEnd + String.join("," + lineEnd, rows) + lineEnd + blank.repeat(column) + close;
    }

    /** Between braces, more signs mean something than outside of them. */
    private static String word(String text) {
        return Quoting.mayStandBare(text) && MEANING.matcher(text).find()
                ? YamlScalar.quoted(text)
                : YamlScalar.of(text);
    }
}
