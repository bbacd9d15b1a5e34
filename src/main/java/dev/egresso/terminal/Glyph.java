package dev.egresso.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import java.util.EnumSet;

/**
 * A cell of Lanterna's screen buffer that knows what to write, which style to write it in and how many columns it takes.
 * Lanterna's own cell takes everything longer than one {@code char} for two columns, and has no dim text.
 */
final class Glyph extends TextCharacter {
    /** An empty cell. */
    static final Glyph BLANK = new Glyph(new Grapheme(" ", 1), Style.PLAIN, Colors.NONE);

    /** The right half of a wide character: nothing is written for it. */
    static final Glyph COVERED = new Glyph(new Grapheme("", 0), Style.PLAIN, Colors.NONE);

    private static final long serialVersionUID = 1L;

    private final String shown;
    private final int columns;
    private final String style;

    @SuppressWarnings("deprecation") // the only constructor that a subclass can call
    Glyph(Grapheme grapheme, Style style, Colors colors) {
        super(' ', colors.shown(style.colour()), null, marks(style));
        this.shown = grapheme.shown();
        this.columns = grapheme.columns();
        this.style = style.sequence(colors).intern();
    }

    private static EnumSet<SGR> marks(Style style) {
        EnumSet<SGR> marks = EnumSet.noneOf(SGR.class);
        marks.addAll(style.marks());
        return marks;
    }

    @Override
    public String getCharacterString() {
        return shown;
    }

    int columns() {
        return columns;
    }

    String style() {
        return style;
    }

    /** Whether terminals may disagree about where the cursor stands afterwards. */
    boolean isUnsure() {
        return columns != 1 || shown.length() > 1;
    }

    /** Always false: the canvas keeps the right halves itself, with the true widths. */
    @Override
    public boolean isDoubleWidth() {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Glyph glyph
                        && columns == glyph.columns
                        && shown.equals(glyph.shown)
                        && style.equals(glyph.style);
    }

    @Override
    public int hashCode() {
        return 31 * shown.hashCode() + style.hashCode();
    }
}
