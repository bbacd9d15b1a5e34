package dev.egresso.yaml;

/**
 * Where a field stands in its text.
 *
 * @param line of the key, or of the item of a list, counted from one
 * @param column counted from one
 * @param from the index in the text at which the key begins
 * @param to the index in the text behind the value
 * @param valueFrom the index at which the value begins
 */
public record Span(int line, int column, int from, int valueFrom, int to) {}
