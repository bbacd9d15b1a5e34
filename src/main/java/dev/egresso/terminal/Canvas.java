package dev.egresso.terminal;

import com.googlecode.lanterna.TextCharacter;

/**
 * The sheet to draw on. It shows on the terminal when {@link FullScreen#refresh()} is called; without a terminal it can be
 * drawn on and read all the same, for tests of pictures.
 *
 * <p>Any text may be drawn, wherever it came from: what a terminal would obey is shown as a sign instead.
 */
public final class Canvas {
    private final DeltaScreen screen;
    private final Glyphs glyphs;
    private final boolean unicode;
    private Size size;
    private int cursorColumn;
    private int cursorRow;
    private boolean cursorShown;

    private Canvas(Size size, Colors colors, boolean unicode) {
        this.size = size;
        this.screen = new DeltaScreen(size);
        this.glyphs = new Glyphs(colors);
        this.unicode = unicode;
    }

    /** An empty canvas; without {@code unicode} everything beyond ASCII is drawn as question marks. */
    public static Canvas of(Size size, Colors colors, boolean unicode) {
        return new Canvas(size, colors, unicode);
    }

    public Size size() {
        return size;
    }

    public void clear() {
        screen.clear();
    }

    /** Empties one row, so that unchanged rows need not be drawn again. */
    public void clear(int row) {
        for (int column = 0; column < size.columns(); column++) {
            screen.setCharacter(column, row, Glyph.BLANK);
        }
    }

    /**
     * Draws a text from this cell to the right, as far as there is room; what lies outside is left out.
     *
     * @return the column after the text
     */
    public int print(int column, int row, String text, Style style) {
        Glyphs.Ink ink = glyphs.in(style);
        int at = column;
        for (Grapheme grapheme : unicode ? Grapheme.of(text) : Grapheme.inAscii(text)) {
            put(at, row, grapheme, ink);
            at += grapheme.columns();
        }
        return at;
    }

    /** Shows the real cursor in this cell; in the nearest one if it lies outside. */
    public void cursor(int column, int row) {
        cursorColumn = column;
        cursorRow = row;
        cursorShown = true;
    }

    public void hideCursor() {
        cursorShown = false;
    }

    /** What is drawn in one row, without the blanks at its end. */
    public String row(int row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < size.columns(); column++) {
            text.append(cell(column, row).getCharacterString());
        }
        return text.toString().stripTrailing();
    }

    /** What is drawn in one cell; the right half of a wide character is empty. */
    public TextCharacter cell(int column, int row) {
        return screen.getBackCharacter(column, row);
    }

    private void put(int column, int row, Grapheme grapheme, Glyphs.Ink ink) {
        boolean wide = grapheme.columns() == 2;
        if (wide && (column < 0 || column + 1 >= size.columns())) {
            set(column, row, ink.of(Grapheme.SPACE));
            set(column + 1, row, ink.of(Grapheme.SPACE));
            return;
        }
        set(column, row, ink.of(grapheme));
        if (wide) {
            set(column + 1, row, Glyph.COVERED);
        }
    }

    /** Sets a cell; the other half of a wide character that stood there becomes blank. */
    private void set(int column, int row, Glyph glyph) {
        if (column < 0 || row < 0 || column >= size.columns() || row >= size.rows() || cell(column, row) == glyph) {
            return;
        }
        if (cell(column, row) == Glyph.COVERED && glyph != Glyph.COVERED) {
            screen.setCharacter(column - 1, row, Glyph.BLANK);
        }
        boolean nextIsCovered = column + 1 < size.columns() && cell(column + 1, row) == Glyph.COVERED;
        if (nextIsCovered) {
            screen.setCharacter(column + 1, row, Glyph.BLANK);
        }
        screen.setCharacter(column, row, glyph);
    }

    void resize(Size now) {
        size = now;
        screen.resize(now);
    }

    /** The terminal no longer shows what it was told. */
    void forget() {
        screen.forget();
    }

    /** The bytes that bring the terminal up to date, ending with the cursor in its place. */
    String delta() {
        return screen.delta();
    }

    /** Where the cursor belongs; empty if it is hidden. */
    String cursorSequence() {
        if (!cursorShown) {
            return "";
        }
        int column = Math.max(0, Math.min(cursorColumn, size.columns() - 1));
        int row = Math.max(0, Math.min(cursorRow, size.rows() - 1));
        return "\u001b[" + (row + 1) + ';' + (column + 1) + "H\u001b[?25h";
    }
}
