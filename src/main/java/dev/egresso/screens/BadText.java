package dev.egresso.screens;

/** A file of words, presets or answers is not of the form it should have; the message names file and line. */
public final class BadText extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadText(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
