package dev.egresso.terminal;

/** How much room there is. */
public record Size(int columns, int rows) {
    /** What a terminal has that does not tell. */
    static final Size USUAL = new Size(80, 24);

    public Size {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a screen of " + columns + "x" + rows + " shows nothing");
        }
    }

    /** Serial lines and some containers report 0 by 0; then the usual size is the best guess. */
    static Size told(int columns, int rows) {
        return columns < 1 || rows < 1 ? USUAL : new Size(columns, rows);
    }
}
