package dev.egresso.fullscreen;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import dev.egresso.terminal.Style;
import dev.egresso.wizard.Ink;

/** How each ink looks: the terminal's own sixteen colours on its own background, and never colour alone. */
final class Inks {
    private Inks() {}

    static Style of(Ink ink) {
        return switch (ink) {
            case PLAIN -> Style.PLAIN;
            case STRONG -> Style.PLAIN.with(SGR.BOLD);
            case DIM, HOLE, RULE -> Style.PLAIN.dimmed();
            case KEY -> Style.of(TextColor.ANSI.CYAN);
            case MARK -> Style.of(TextColor.ANSI.CYAN, SGR.BOLD);
            case CHANGED -> Style.of(TextColor.ANSI.GREEN, SGR.BOLD, SGR.UNDERLINE);
            case ERROR -> Style.of(TextColor.ANSI.RED, SGR.BOLD);
            case WARNING -> Style.of(TextColor.ANSI.YELLOW, SGR.BOLD);
            case INFO -> Style.of(TextColor.ANSI.BLUE);
            case OK -> Style.of(TextColor.ANSI.GREEN);
            case CURSOR -> Style.PLAIN.with(SGR.REVERSE);
            case TAB -> Style.PLAIN.with(SGR.BOLD);
        };
    }
}
