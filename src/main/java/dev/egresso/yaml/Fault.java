package dev.egresso.yaml;

/**
 * A text, or a part of one, that could not be read.
 *
 * @param line counted from one
 * @param what one sentence
 */
public record Fault(String file, int line, String what) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + what;
    }
}
