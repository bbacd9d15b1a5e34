package dev.egresso.mesh;

import java.util.Optional;

/** A closed set of words that an answer may be; each constant knows how it is spelled on every surface. */
public interface Choice {
    String word();

    /** The constant of this spelling, in any case. */
    static <E extends Enum<E> & Choice> Optional<E> of(Class<E> family, String text) {
        for (E choice : family.getEnumConstants()) {
            if (choice.word().equalsIgnoreCase(text.strip())) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    /** All spellings, joined for a sentence. */
    static <E extends Enum<E> & Choice> String words(Class<E> family) {
        StringBuilder words = new StringBuilder();
        for (E choice : family.getEnumConstants()) {
            words.append(words.isEmpty() ? "" : ", ").append(choice.word());
        }
        return words.toString();
    }
}
