package dev.egresso.files;

/** What became of the search for a draft. */
public sealed interface DraftFound permits DraftFound.Found, DraftFound.None, Refused {

    /** The draft and its text. */
    record Found(DraftEntry draft, String text) implements DraftFound {}

    /** There is no draft, or none of that id. */
    record None() implements DraftFound {}
}
