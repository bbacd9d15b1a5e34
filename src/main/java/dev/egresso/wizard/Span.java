package dev.egresso.wizard;

/** A piece of text in one ink. */
public record Span(String text, Ink ink) {}
