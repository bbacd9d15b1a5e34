package dev.egresso.wizard;

import java.util.ArrayList;
import java.util.List;

/** Breaks sentences into rows. */
final class Prose {
    private static final String BREAK_AFTER = "/.-?&=,";

    private Prose() {}

    /** Rows of at most so many columns, broken between words; a word that is too long is broken inside. */
    static List<String> wrap(String text, int columns, Measure measure) {
        List<String> rows = new ArrayList<>();
        int width = Math.max(1, columns);
        StringBuilder row = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            int needed = measure.of(word) + (row.isEmpty() ? 0 : 1);
            if (!row.isEmpty() && measure.of(row.toString()) + needed > width) {
                rows.add(row.toString());
                row.setLength(0);
            }
            if (measure.of(word) > width) {
                List<String> parts = broken(word, width, measure);
                rows.addAll(parts.subList(0, parts.size() - 1));
                row.append(parts.get(parts.size() - 1));
            } else {
                row.append(row.isEmpty() ? "" : " ").append(word);
            }
        }
        if (!row.isEmpty()) {
            rows.add(row.toString());
        }
        return rows;
    }

    /** A long word in pieces, broken after a sign if one is near. */
    static List<String> broken(String word, int columns, Measure measure) {
        int width = Math.max(2, columns);
        List<String> pieces = new ArrayList<>();
        String rest = word;
        String piece = start(rest, width, measure);
        while (piece.length() < rest.length()) {
            int end = Math.max(piece.length(), Character.charCount(rest.codePointAt(0)));
            int good = afterLastSign(rest.substring(0, end));
            int cut = good > end / 3 ? good : end;
            pieces.add(rest.substring(0, cut));
            rest = rest.substring(cut);
            piece = start(rest, width, measure);
        }
        pieces.add(rest);
        return pieces;
    }

    /** As much of the beginning as so many columns hold. */
    static String start(String text, int columns, Measure measure) {
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (measure.of(text.substring(0, next)) > columns) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    /** As much of the end as so many columns hold. */
    static String end(String text, int columns, Measure measure) {
        int start = text.length();
        while (start > 0) {
            int next = text.offsetByCodePoints(start, -1);
            if (measure.of(text.substring(next)) > columns) {
                break;
            }
            start = next;
        }
        return text.substring(start);
    }

    private static int afterLastSign(String text) {
        int end = text.length();
        while (end > 0 && BREAK_AFTER.indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        return end;
    }
}
