package dev.egresso.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a mistyped one was most likely meant to be. */
public final class Nearest {
    private static final int LONGEST = 100;

    private Nearest() {}

    public static Optional<String> to(String word, Collection<String> known) {
        int allowed = Math.max(2, word.length() / 3);
        return word.length() > LONGEST
                ? Optional.empty()
                : known.stream()
                        .filter(each -> each.length() <= LONGEST && distance(word, each) <= allowed)
                        .min(Comparator.comparingInt((String each) -> distance(word, each))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters have to be changed, added or taken away; case is none. */
    public static int distance(String one, String other) {
        String a = one.toLowerCase(java.util.Locale.ROOT);
        String b = other.toLowerCase(java.util.Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
