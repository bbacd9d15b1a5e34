package dev.egresso.yaml;

/** A document cannot be read on; caught where documents are read one after the other. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;

    /** @param line within the document, counted from zero */
    Unreadable(int line, String what) {
        super(what);
        this.line = line;
    }

    /** A word of the text, cut where it would fill the screen. */
    static String shown(String word) {
        return word.length() <= 60 ? word : word.substring(0, 60) + "…";
    }

    int line() {
        return line;
    }
}
