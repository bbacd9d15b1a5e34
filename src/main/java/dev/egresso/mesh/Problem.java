package dev.egresso.mesh;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong, or worth saying, about an answer, and about which one. An error keeps the route from existing.
 *
 * @param id the id of its words in {@code screens/rules.yaml}
 * @param arguments what the words mention, by name; cut where long, and without user names and passwords
 */
public record Problem(String id, FieldId field, Severity severity, Map<String, String> arguments) {
    private static final int LONGEST = 120;

    public Problem {
        Map<String, String> fit = new LinkedHashMap<>();
        arguments.forEach((name, text) -> fit.put(name, fit(text)));
        arguments = Collections.unmodifiableMap(fit);
    }

    private static String fit(String text) {
        String clean = Credentials.without(text);
        if (clean.isBlank()) {
            return "…";
        }
        if (clean.codePointCount(0, clean.length()) <= LONGEST) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
