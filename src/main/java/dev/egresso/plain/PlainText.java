package dev.egresso.plain;

import dev.egresso.wizard.Span;
import dev.egresso.wizard.Styled;
import org.fusesource.jansi.Ansi;

/** Turns styled rows into text for a stream, with colour or without. */
public final class PlainText {
    private final boolean coloured;

    public PlainText(boolean coloured) {
        this.coloured = coloured;
    }

    public String of(Styled row) {
        if (!coloured) {
            return row.text();
        }
        StringBuilder text = new StringBuilder();
        row.spans().forEach(span -> text.append(of(span)));
        return text.toString();
    }

    private static String of(Span span) {
        Ansi ansi = new Ansi();
        switch (span.ink()) {
            case ERROR -> ansi.fgRed().bold();
            case WARNING -> ansi.fgYellow();
            case INFO -> ansi.fgBlue();
            case OK -> ansi.fgGreen();
            case CHANGED -> ansi.fgGreen().bold();
            case KEY, MARK -> ansi.fgCyan();
            case STRONG, TAB, CURSOR -> ansi.bold();
            case DIM, HOLE, RULE -> ansi.a(Ansi.Attribute.INTENSITY_FAINT);
            case PLAIN -> {
                return span.text();
            }
        }
        return ansi.a(span.text()).reset().toString();
    }
}
