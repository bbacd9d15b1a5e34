package dev.egresso.wizard;

import dev.egresso.yaml.YamlScalar;

/** Text from outside, made safe to show: a terminal obeys some characters, and an editor hides others. */
final class Visible {
    private static final int LONGEST_ROW = 160;

    private Visible() {}

    static String of(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (YamlScalar.isShown(point)) {
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
}
