package dev.egresso.doctor;

import java.util.List;

/**
 * The wordings by which programs say the same thing.
 *
 * @param id of the sign that they make
 * @param means what it says of the connection
 * @param texts compared without regard to case, spaces and punctuation; a star stands for a few words. Empty where code
 *     finds the sign
 */
public record Phrase(String id, String means, List<String> texts) {
    public Phrase {
        texts = List.copyOf(texts);
    }
}
