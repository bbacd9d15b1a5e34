package dev.egresso.wizard;

import java.util.List;

/** A unified difference in inks; the signs at the beginning of its rows say the same without. */
public final class DifferenceRows {
    private DifferenceRows() {}

    public static List<Styled> of(String unified) {
        return unified.lines().map(DifferenceRows::row).toList();
    }

    private static Styled row(String row) {
        if (row.startsWith("+++") || row.startsWith("---") || row.startsWith("@@")) {
            return Styled.of(row, Ink.DIM);
        }
        return Styled.of(row, row.startsWith("+") ? Ink.OK : row.startsWith("-") ? Ink.ERROR : Ink.PLAIN);
    }
}
