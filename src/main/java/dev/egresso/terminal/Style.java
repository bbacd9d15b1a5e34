package dev.egresso.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a piece of text looks. There is no background on purpose: the terminal's own stays untouched.
 *
 * @param colour one of the terminal's 16, or a finer one that may get lost
 * @param marks bold, underline, reverse and italic; the rest means nothing here
 * @param dim dim text, which Lanterna has no word for
 */
public record Style(TextColor colour, Set<SGR> marks, boolean dim) {
    /** The terminal's own text. */
    public static final Style PLAIN = new Style(TextColor.ANSI.DEFAULT, Set.of(), false);

    public Style {
        marks = Set.copyOf(marks);
    }

    public static Style of(TextColor colour, SGR... marks) {
        return new Style(colour, Set.of(marks), false);
    }

    public Style with(SGR mark) {
        Set<SGR> more = EnumSet.of(mark);
        more.addAll(marks);
        return new Style(colour, more, dim);
    }

    public Style dimmed() {
        return new Style(colour, marks, true);
    }

    /** The escape sequence for this style from scratch, so that nothing of the style before can stay on. */
    String sequence(Colors colors) {
        StringBuilder parameters = new StringBuilder();
        append(parameters, marks.contains(SGR.BOLD), "1");
        append(parameters, dim, "2");
        append(parameters, marks.contains(SGR.ITALIC), "3");
        append(parameters, marks.contains(SGR.UNDERLINE), "4");
        append(parameters, marks.contains(SGR.REVERSE), "7");
        TextColor shown = colors.shown(colour);
        append(parameters, shown != TextColor.ANSI.DEFAULT, foreground(shown));
        return parameters.isEmpty() ? "\u001b[m" : "\u001b[0" + parameters + "m";
    }

    private static String foreground(TextColor colour) {
        return new String(colour.getForegroundSGRSequence(), java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static void append(StringBuilder parameters, boolean wanted, String parameter) {
        if (wanted) {
            parameters.append(';').append(parameter);
        }
    }
}
