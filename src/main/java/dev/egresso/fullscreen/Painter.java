package dev.egresso.fullscreen;

import dev.egresso.terminal.Canvas;
import dev.egresso.wizard.Page;
import dev.egresso.wizard.Span;
import dev.egresso.wizard.Styled;
import java.util.List;

/** Paints pages on a canvas. Rows that stayed the same since the last page are not painted again. */
public final class Painter {
    private final Canvas canvas;
    private final boolean ascii;
    private List<Styled> painted = List.of();

    public Painter(Canvas canvas, boolean ascii) {
        this.canvas = canvas;
        this.ascii = ascii;
    }

    public void paint(Page page) {
        List<Styled> lines = page.lines();
        for (int row = 0; row < lines.size(); row++) {
            if (row >= painted.size() || !painted.get(row).equals(lines.get(row))) {
                paint(row, lines.get(row));
            }
        }
        painted = lines;
        page.caret().ifPresentOrElse(at -> canvas.cursor(at.column(), at.row()), canvas::hideCursor);
    }

    private void paint(int row, Styled line) {
        canvas.clear(row);
        int column = 0;
        for (Span span : line.spans()) {
            String text = ascii ? Signs.inAscii(span.text()) : span.text();
            column = canvas.print(column, row, text, Inks.of(span.ink()));
        }
    }

    /** The canvas was emptied behind our back: the next page is painted whole. */
    public void forget() {
        painted = List.of();
        canvas.clear();
    }
}
