package dev.egresso.terminal;

import java.util.HashMap;
import java.util.Map;

/**
 * Glyphs made once and used again: Lanterna's constructor looks for character boundaries, far too slow for each cell of
 * each frame, and equal glyphs that are the same object make the comparison of two frames cheap.
 */
final class Glyphs {
    private static final int MOST = 4096;
    private static final int MOST_STYLES = 64;

    private final Map<Style, Ink> inks = new HashMap<>();
    private final Colors colors;

    Glyphs(Colors colors) {
        this.colors = colors;
    }

    /** The glyphs of one style, looked up once per text and not per character. */
    Ink in(Style style) {
        if (inks.size() >= MOST_STYLES) {
            inks.clear();
        }
        return inks.computeIfAbsent(style, Ink::new);
    }

    /** The glyphs of one style. */
    final class Ink {
        private final Map<String, Glyph> known = new HashMap<>();
        private final Style style;

        private Ink(Style style) {
            this.style = style;
        }

        Glyph of(Grapheme grapheme) {
            Glyph glyph = known.get(grapheme.shown());
            return glyph == null ? made(grapheme) : glyph;
        }

        private Glyph made(Grapheme grapheme) {
            if (known.size() >= MOST) {
                known.clear();
            }
            Glyph glyph = new Glyph(grapheme, style, colors);
            known.put(grapheme.shown(), glyph);
            return glyph;
        }
    }
}
