package dev.egresso.yaml;

import java.util.List;
import java.util.Optional;

/**
 * Where a part of a document stands in its text. Unlike the tree of a resource it knows what is an alias, what has an
 * anchor, and how a value is written.
 */
sealed interface Spot {
    At at();

    /** The index behind its last sign; comments and blank lines that follow are not part of it. */
    int to();

    /**
     * Where it begins.
     *
     * @param line counted from zero
     * @param column in characters, counted from zero
     * @param start its index, with an anchor and a tag in front
     * @param from the index of the value itself
     * @param anchor its name, empty if it has none
     */
    record At(int line, int column, int start, int from, String anchor) {}

    /**
     * A single value.
     *
     * @param style what it is written in: a quotation mark, a bar or an angle for a block, a blank for a bare word
     */
    record Word(At at, int to, String text, char style) implements Spot {
        boolean isQuoted() {
            return style == '"' || style == '\'';
        }

        /** Nothing is written there. */
        boolean isAbsent() {
            return at.from() == to;
        }
    }

    /** What is written elsewhere, by the name of its anchor. */
    record Alias(At at, int to, Spot anchored) implements Spot {}

    /** An object. @param flow in braces */
    record Fields(At at, int to, boolean flow, List<Entry> entries) implements Spot {}

    /** A list. @param flow in brackets */
    record Items(At at, int to, boolean flow, List<Spot> items) implements Spot {}

    /** A key and its value. */
    record Entry(Word key, Spot value) {}

    default boolean isBlock() {
        return this instanceof Fields fields && !fields.flow() || this instanceof Items items && !items.flow();
    }

    default Optional<Entry> entry(String key) {
        return this instanceof Fields fields
                ? fields.entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    default Optional<Spot> item(int index) {
        return this instanceof Items items && index < items.items().size()
                ? Optional.of(items.items().get(index))
                : Optional.empty();
    }
}
