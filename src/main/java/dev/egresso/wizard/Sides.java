package dev.egresso.wizard;

import java.util.ArrayList;
import java.util.List;

/** Two columns of the same weight, with a thin bar between them. */
final class Sides {
    private static final String BAR = "│";
    private static final int GAP = 5;

    private Sides() {}

    /** How wide each of them is. */
    static int width(int whole) {
        return (whole - GAP) / 2;
    }

    static List<Styled> of(List<Styled> left, List<Styled> right, int whole, Measure measure) {
        List<Styled> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            rows.add(row(left, i)
                    .fit(width(whole) + 2, measure)
                    .plus(BAR, Ink.RULE)
                    .plus("  ")
                    .plus(row(right, i)));
        }
        return rows;
    }

    private static Styled row(List<Styled> rows, int index) {
        return index < rows.size() ? rows.get(index) : Styled.empty();
    }
}
