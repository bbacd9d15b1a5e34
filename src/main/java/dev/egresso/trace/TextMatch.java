package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.Locale;
import java.util.Optional;

/** One of {@code exact}, {@code prefix} and {@code regex}. */
final class TextMatch {
    private TextMatch() {}

    /** Nothing is asked of the value but that there is one; a lone star means the same. */
    static boolean isPresence(Place condition) {
        boolean isRegex = condition.at("regex").exists();
        return isRegex
                ? condition.at("regex").textOrEmpty().equals("*")
                : !condition.at("exact").exists() && !condition.at("prefix").exists();
    }

    static boolean holds(Place condition, String value, boolean ignoreCase) {
        Optional<String> exact = condition.at("exact").text();
        if (exact.isPresent()) {
            return ignoreCase ? value.equalsIgnoreCase(exact.get()) : value.equals(exact.get());
        }
        Optional<String> prefix = condition.at("prefix").text();
        if (prefix.isPresent()) {
            return ignoreCase ? lower(value).startsWith(lower(prefix.get())) : value.startsWith(prefix.get());
        }
        return condition
                .at("regex")
                .text()
                .filter(regex -> Regex.matchesAll(regex, value))
                .isPresent();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
