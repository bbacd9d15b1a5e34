package dev.egresso.terminal;

import java.util.HashMap;
import java.util.Map;

/**
 * Glyphs made once and used again: Lanterna's constructor looks for character boundaries, far too slow for each cell of
 * each frame, and equal glyphs that are the same object make the comparison of two frames cheap.
 */
final class Glyphs {
    private static final int MOST = 8192;

    private record Key(String shown, Style style) {}

    private final Map<Key, Glyph> known = new HashMap<>();
    private final Colors colors;

    Glyphs(Colors colors) {
        this.colors = colors;
    }

    Glyph of(Grapheme grapheme, Style style) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(new Key(grapheme.shown(), style), key -> new Glyph(grapheme, style, colors));
    }
}
