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
        while (measure.of(rest) > width) {
            int end = 0;
            int good = 0;
            int used = 0;
            while (end < rest.length()) {
                int point = rest.codePointAt(end);
                if (used + measure.of(point) > width) {
                    break;
                }
                used += measure.of(point);
                end += Character.charCount(point);
                good = BREAK_AFTER.indexOf(point) >= 0 ? end : good;
            }
            int cut = good > end / 3 ? good : end;
            pieces.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        pieces.add(rest);
        return pieces;
    }
}
