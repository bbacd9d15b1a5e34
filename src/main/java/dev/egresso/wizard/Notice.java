package dev.egresso.wizard;

/** A sentence about what has just happened; it stands until the next key. */
public record Notice(Ink ink, String text) {}
