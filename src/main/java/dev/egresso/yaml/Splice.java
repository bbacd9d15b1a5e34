package dev.egresso.yaml;

import java.util.Collection;

/** A piece of a text, by its indexes, and what comes in its place. */
record Splice(int from, int to, String text) {
    /** Whether one cannot be made without regard to the other. */
    boolean touches(Splice other) {
        boolean apart = to < other.from || other.to < from;
        boolean bothTake = from < to && other.from < other.to && (to == other.from || other.to == from);
        return !apart && !bothTake;
    }

    /** @param splices from the beginning of the text to its end */
    static String all(String text, Collection<Splice> splices) {
        StringBuilder all = new StringBuilder(text.length());
        int at = 0;
        for (Splice splice : splices) {
            all.append(text, at, splice.from).append(splice.text);
            at = splice.to;
        }
        return all.append(text, at, text.length()).toString();
    }
}
