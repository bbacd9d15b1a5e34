package dev.egresso.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.AbstractScreen;

/**
 * Lanterna's two screen buffers, and the bytes that lead the terminal from the one to the other. Lanterna's own encoder
 * writes each style change piece by piece, guesses widths, and takes several times as long.
 *
 * <p>Invariant: between two calls of {@link #delta} the terminal has no style on.
 */
final class DeltaScreen extends AbstractScreen {
    private static final String NO_STYLE = Style.PLAIN.sequence(Colors.NONE);

    private boolean complete = true;
    private StringBuilder out = new StringBuilder();
    private int column;
    private int row;
    private String style = NO_STYLE;

    DeltaScreen(Size size) {
        super(new TerminalSize(size.columns(), size.rows()), Glyph.BLANK);
    }

    void resize(Size size) {
        addResizeRequest(new TerminalSize(size.columns(), size.rows()));
        doResizeIfNecessary();
        clear();
        complete = true;
    }

    /** The terminal no longer shows what it was told: the next delta starts from an empty screen. */
    void forget() {
        complete = true;
    }

    /** What to write so that the terminal shows the back buffer; empty if it does. Taken as written. */
    String delta() {
        out = new StringBuilder();
        column = -1;
        row = -1;
        style = NO_STYLE;
        if (complete) {
            out.append("\u001b[m\u001b[2J");
            getFrontBuffer().setAll(Glyph.BLANK);
            complete = false;
        }
        for (int y = 0; y < getTerminalSize().getRows(); y++) {
            encodeRow(y);
        }
        if (out.isEmpty()) {
            return "";
        }
        change(NO_STYLE);
        getBackBuffer().copyTo(getFrontBuffer());
        return out.toString();
    }

    private void encodeRow(int y) {
        for (int x = 0; x < getTerminalSize().getColumns(); x++) {
            TextCharacter wanted = getBackCharacter(x, y);
            TextCharacter there = getFrontCharacter(x, y);
            if (wanted != there && !wanted.equals(there) && wanted instanceof Glyph glyph && glyph != Glyph.COVERED) {
                write(glyph, x, y);
            }
        }
    }

    private void write(Glyph glyph, int x, int y) {
        moveTo(x, y);
        change(glyph.style());
        if (glyph.columns() == 2) {
            blankBoth(x, y);
        }
        out.append(glyph.getCharacterString());
        column = glyph.isUnsure() ? -1 : x + 1;
    }

    /** A terminal that draws the wide character narrow must not show what stood in its right half. */
    private void blankBoth(int x, int y) {
        out.append("  ");
        column = -1;
        moveTo(x, y);
    }

    private void moveTo(int x, int y) {
        if (row == y && column == x) {
            return;
        }
        if (row == y && column >= 0 && x > column) {
            out.append("\u001b[").append(x - column).append('C');
        } else {
            out.append("\u001b[").append(y + 1).append(';').append(x + 1).append('H');
        }
        column = x;
        row = y;
    }

    private void change(String wanted) {
        if (!style.equals(wanted)) {
            out.append(wanted);
            style = wanted;
        }
    }

    @Override
    public void startScreen() {
        throw new UnsupportedOperationException("FullScreen starts and stops");
    }

    @Override
    public void stopScreen() {
        throw new UnsupportedOperationException("FullScreen starts and stops");
    }

    @Override
    public void refresh(RefreshType type) {
        throw new UnsupportedOperationException("FullScreen writes what delta() gives");
    }

    @Override
    public KeyStroke readInput() {
        throw new UnsupportedOperationException("FullScreen reads");
    }

    @Override
    public KeyStroke pollInput() {
        throw new UnsupportedOperationException("FullScreen reads");
    }

    @Override
    public TerminalPosition getCursorPosition() {
        throw new UnsupportedOperationException("the canvas keeps the cursor");
    }
}
