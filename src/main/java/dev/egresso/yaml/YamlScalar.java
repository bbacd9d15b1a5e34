package dev.egresso.yaml;

import java.util.Locale;

/** A single string as it has to be written so that every reader takes it for that string. */
public final class YamlScalar {
    private YamlScalar() {}

    public static String of(String text) {
        return Quoting.mayStandBare(text) ? text : quoted(text);
    }

    /** In the quotation marks that a neighbour or a predecessor has, if they can hold it. */
    static String quoted(String text, char mark) {
        boolean plain = text.codePoints().allMatch(YamlScalar::isShown);
        return mark == '\'' && plain ? "'" + text.replace("'", "''") + "'" : quoted(text);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else {
                quoted.append(visible(point));
            }
        });
        return quoted.append('"').toString();
    }

    /** A sign inside double quotes, spelled out if nobody would see it. */
    static String visible(int point) {
        if (isShown(point)) {
            return Character.toString(point);
        }
        return String.format(Locale.ROOT, point > 0xffff ? "\\U%08x" : "\\u%04x", point);
    }

    /** Whether a character shows as itself: terminals obey some, editors hide others. */
    public static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
