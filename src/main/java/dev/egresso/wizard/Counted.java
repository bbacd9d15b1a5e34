package dev.egresso.wizard;

/** A number with what it counts, in English. */
final class Counted {
    private Counted() {}

    /** {@code 1 document}, {@code 3 documents}. */
    static String of(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
