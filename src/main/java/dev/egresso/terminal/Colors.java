package dev.egresso.terminal;

import com.googlecode.lanterna.TextColor;
import java.util.Map;
import java.util.Set;

/** How many colours the terminal shows. Bold, underline and reverse do not depend on it. */
public enum Colors {
    NONE,
    /** The 16 that the person's own theme defines. */
    SIXTEEN,
    INDEXED_256,
    TRUE;

    private static final Set<String> WITHOUT_COLOUR = Set.of("dumb", "vt52", "vt100", "vt102", "vt220", "vt320");

    /** What the person asked for with {@code --color}. */
    public enum Wish {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** What to use, given the environment; {@code NO_COLOR} counts when it is not empty, and a wish beats both. */
    public static Colors of(Map<String, String> environment, Wish wish) {
        if (wish == Wish.NEVER) {
            return NONE;
        }
        Colors able = ableTo(environment);
        if (wish == Wish.ALWAYS) {
            return able == NONE ? SIXTEEN : able;
        }
        return environment.getOrDefault("NO_COLOR", "").isEmpty() ? able : NONE;
    }

    private static Colors ableTo(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        if (WITHOUT_COLOUR.contains(term) || term.endsWith("-mono") || term.endsWith("-m")) {
            return NONE;
        }
        String colorterm = environment.getOrDefault("COLORTERM", "");
        if (colorterm.equals("truecolor") || colorterm.equals("24bit") || environment.containsKey("WT_SESSION")) {
            return TRUE;
        }
        return term.contains("256color") ? INDEXED_256 : SIXTEEN;
    }

    /** This colour, or the nearest thing that can be shown: a colour too fine for the terminal becomes the text's own. */
    TextColor shown(TextColor wanted) {
        boolean tooFine = wanted instanceof TextColor.Indexed && this == SIXTEEN
                || wanted instanceof TextColor.RGB && (this == SIXTEEN || this == INDEXED_256);
        if (this == NONE || (tooFine && !(this == INDEXED_256))) {
            return TextColor.ANSI.DEFAULT;
        }
        return tooFine ? TextColor.Indexed.fromRGB(wanted.getRed(), wanted.getGreen(), wanted.getBlue()) : wanted;
    }
}
