package dev.egresso.wizard;

import java.util.ArrayList;
import java.util.List;

/** Rows that are longer than the page, broken between words where there are any; nothing of them is lost. */
final class Folded {
    private static final int DEEPEST = 24;

    private Folded() {}

    /** The rows after the first begin below the first letter of it. */
    static List<Styled> of(Styled row, int columns, Measure measure) {
        int indent = Math.min(indent(row.text()), Math.min(DEEPEST, columns / 2));
        List<Styled> folded = new ArrayList<>();
        Styled rest = row;
        while (rest.width(measure) > columns) {
            int cut = cut(rest.text(), columns, indent, measure);
            folded.add(rest.from(0, cut));
            rest = Styled.of(" ".repeat(indent))
                    .plus(rest.from(cut, rest.text().length()).stripped());
        }
        folded.add(rest);
        return folded;
    }

    private static int indent(String text) {
        int indent = 0;
        while (indent < text.length() && text.charAt(indent) == ' ') {
            indent++;
        }
        return indent == text.length() ? 0 : indent;
    }

    private static int cut(String text, int columns, int indent, Measure measure) {
        int most = Math.max(
                Prose.start(text, columns, measure).length(), indent + Character.charCount(text.codePointAt(indent)));
        int blank = text.lastIndexOf(' ', most);
        return blank > indent ? blank : most;
    }
}
