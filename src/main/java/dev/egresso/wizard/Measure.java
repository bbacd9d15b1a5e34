package dev.egresso.wizard;

/**
 * How many columns of a terminal a text takes. Always asked about the whole text: characters that join are not as wide
 * together as one by one. One measure for drawing and for tests.
 */
public interface Measure {
    int of(String text);
}
