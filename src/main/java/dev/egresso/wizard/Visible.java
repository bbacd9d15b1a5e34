package dev.egresso.wizard;

/** Text from outside, made safe to show: a terminal obeys some characters, and an editor hides others. */
final class Visible {
    private static final int LONGEST_ROW = 160;

    private Visible() {}

    static String of(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isShown(point)) {
                visible.appendCodePoint(point);
            } else {
                visible.append(String.format("\\u{%x}", point));
            }
        });
        return visible.toString();
    }

    /** The beginning of a row, as far as a screen has room for it. */
    static String row(String text) {
        String visible = of(text.replace("\t", "    "));
        return visible.length() <= LONGEST_ROW ? visible : visible.substring(0, LONGEST_ROW) + "…";
    }

    private static boolean isShown(int point) {
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
