package dev.egresso.yaml;

import dev.egresso.mesh.Node;

/**
 * Writes values line by line, as the text around them is written.
 *
 * @param lineEnd what ends a line
 * @param step the columns by which an object stands further right than its key
 * @param listStep the same for the hyphens of a list
 */
record BlockText(String lineEnd, int step, int listStep) {
    static final BlockText USUAL = new BlockText("\n", 2, 0);

    /** A key at a column with what belongs below it, without the line end before and behind. */
    String field(String key, Node value, int column) {
        return " ".repeat(column) + YamlScalar.of(key) + ":" + value(value, column);
    }

    /** What follows the colon of a key that stands at a column. */
    String value(Node value, int column) {
        if (isInline(value)) {
            return " " + word(value);
        }
        return lineEnd
                + (value instanceof Node.Mapping mapping
                        ? fields(mapping, column + step)
                        : items((Node.Sequence) value, column + listStep));
    }

    /** What follows a hyphen and its blanks, the first sign at a column. */
    String item(Node value, int column) {
        if (isInline(value)) {
            return word(value);
        }
        String lines =
                value instanceof Node.Mapping mapping ? fields(mapping, column) : items((Node.Sequence) value, column);
        return lines.stripLeading();
    }

    private String fields(Node.Mapping mapping, int column) {
        StringBuilder text = new StringBuilder();
        for (Node.Field field : mapping.fields()) {
            text.append(text.isEmpty() ? "" : lineEnd).append(field(field.key(), field.value(), column));
        }
        return text.toString();
    }

    private String items(Node.Sequence list, int column) {
        StringBuilder text = new StringBuilder();
        for (Node item : list.items()) {
            text.append(text.isEmpty() ? "" : lineEnd)
                    .append(" ".repeat(column))
                    .append("- ")
                    .append(item(item, column + 2));
        }
        return text.toString();
    }

    /** Whether it stands on the line of its key. */
    static boolean isInline(Node value) {
        return value instanceof Node.Mapping mapping
                ? mapping.fields().isEmpty()
                : !(value instanceof Node.Sequence list) || list.items().isEmpty();
    }

    private static String word(Node value) {
        if (value instanceof Node.Mapping) {
            return "{}";
        }
        if (value instanceof Node.Sequence) {
            return "[]";
        }
        return scalar((Node.Known) value);
    }

    static String scalar(Node.Known known) {
        return switch (known.type()) {
            case STRING -> YamlScalar.of(known.text());
            case NULL -> "null";
            default -> known.text();
        };
    }
}
