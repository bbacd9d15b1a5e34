package dev.egresso.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a frame costs, at 200x60, without the terminal's own time. Run by hand:
 * {@code java -cp target/test-classes:target/classes:target/lib/* dev.egresso.terminal.RefreshBench}
 */
public final class RefreshBench {
    private static final Size SIZE = new Size(200, 60);
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 2_000;

    private final Canvas canvas = Canvas.of(SIZE, Colors.SIXTEEN, true);
    private int frame;

    /** One way to change the picture. */
    private interface Change {
        void draw();
    }

    private RefreshBench() {}

    public static void main(String[] arguments) {
        RefreshBench bench = new RefreshBench();
        bench.page(0);
        bench.canvas.delta();
        bench.measure("one character", bench::oneCharacter);
        bench.measure("a row drawn again", bench::oneRow);
        bench.measure("the page drawn again, unchanged", () -> bench.page(0));
        bench.measure("the page scrolled", () -> bench.page(bench.frame));
        bench.measure("everything", () -> {
            bench.page(0);
            bench.canvas.forget();
        });
    }

    private void measure(String what, Change change) {
        for (int i = 0; i < WARM_UP; i++) {
            frame(change);
        }
        long[] nanos = new long[MEASURED];
        int bytes = 0;
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            bytes = frame(change);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-34s p50 %6.1f us   p99 %6.1f us   %6d bytes%n",
                what, nanos[MEASURED / 2] / 1e3, nanos[MEASURED * 99 / 100] / 1e3, bytes);
    }

    private int frame(Change change) {
        frame++;
        change.draw();
        return canvas.delta().getBytes(StandardCharsets.UTF_8).length;
    }

    private void oneCharacter() {
        canvas.print(20, 5, Character.toString('a' + frame % 26), Style.PLAIN);
    }

    private void oneRow() {
        canvas.clear(7);
        row(7, frame);
    }

    private void page(int shift) {
        canvas.clear();
        for (int row = 0; row < SIZE.rows(); row++) {
            row(row, row + shift);
        }
    }

    private void row(int row, int number) {
        canvas.print(2, row, "  host: raw-" + number % 97 + ".githubusercontent.com", Style.PLAIN);
        canvas.print(70, row, "│ authority: ‹hole›", Style.PLAIN.dimmed());
        canvas.print(130, row, "│ sni: " + number % 89 + " é漢", Style.of(TextColor.ANSI.CYAN, SGR.BOLD));
    }
}
