package dev.egresso.doctor;

import java.util.Optional;

/**
 * A text without case, spaces and punctuation, so that a wording is found however it is spelled, wrapped or joined by
 * underscores. Each letter knows where it stood.
 */
final class Squeezed {
    /** A wording shorter than this has to stand as words of its own. */
    private static final int SURELY_MEANT = 10;
    /** How much a star in a wording may stand for. */
    private static final int GAP = 90;

    private static final int LONGEST_EVIDENCE = 96;

    private final String text;
    private final String letters;
    private final int[] places;

    Squeezed(String text) {
        this.text = text;
        StringBuilder kept = new StringBuilder(text.length());
        int[] at = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isLetterOrDigit(letter)) {
                at[kept.length()] = i;
                kept.append(Character.toLowerCase(letter));
            }
        }
        this.letters = kept.toString();
        this.places = at;
    }

    /** The piece of the text where a wording stands. @param wording possibly with stars */
    Optional<String> find(String wording) {
        String[] parts = wording.split("\\*");
        String first = squeezed(parts[0]);
        int from = 0;
        while (!first.isEmpty()) {
            int start = letters.indexOf(first, from);
            if (start < 0) {
                return Optional.empty();
            }
            int end = isWhole(first, start) ? rest(parts, start + first.length()) : -1;
            if (end >= 0 && keepsBrackets(wording, start, end)) {
                return Optional.of(piece(text, places[start], places[end - 1] + 1));
            }
            from = start + 1;
        }
        return Optional.empty();
    }

    /** A number in brackets is an exit code, and no part of a version. */
    private boolean keepsBrackets(String wording, int start, int end) {
        return wording.indexOf('(') < 0
                || text.substring(places[start], places[end - 1]).indexOf('(') >= 0;
    }

    private int rest(String[] parts, int from) {
        int end = from;
        for (int i = 1; i < parts.length; i++) {
            String part = squeezed(parts[i]);
            int next = letters.indexOf(part, end);
            while (next >= 0 && next - end <= GAP && !isWhole(part, next)) {
                next = letters.indexOf(part, next + 1);
            }
            if (next < 0 || next - end > GAP) {
                return -1;
            }
            end = next + part.length();
        }
        return end;
    }

    private boolean isWhole(String part, int start) {
        int end = start + part.length();
        boolean isLong = part.length() >= SURELY_MEANT;
        boolean starts = isLong && !Character.isDigit(part.charAt(0)) || !joined(start - 1, start);
        boolean ends = isLong && !Character.isDigit(part.charAt(part.length() - 1)) || !joined(end - 1, end);
        return starts && ends;
    }

    /** Whether two letters that follow each other stand side by side in the text too. */
    private boolean joined(int one, int other) {
        return one >= 0 && other < letters.length() && places[other] - places[one] == 1;
    }

    static String squeezed(String wording) {
        StringBuilder kept = new StringBuilder(wording.length());
        wording.chars()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> kept.append(Character.toLowerCase((char) letter)));
        return kept.toString();
    }

    /** A piece of a text on one line, and not too long. */
    static String piece(String text, int start, int end) {
        String piece = text.substring(start, end).replaceAll("\\s+", " ").strip();
        return piece.length() <= LONGEST_EVIDENCE ? piece : piece.substring(0, LONGEST_EVIDENCE - 3) + "...";
    }
}
