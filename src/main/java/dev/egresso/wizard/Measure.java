package dev.egresso.wizard;

/** How many columns of a terminal a character takes: 0, 1 or 2. One measure for drawing and for tests. */
public interface Measure {
    int of(int codePoint);

    default int of(String text) {
        return text.codePoints().map(this::of).sum();
    }
}
