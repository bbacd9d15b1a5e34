package dev.egresso.mesh;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something is as it is: an id whose sentence stands in {@code screens/reasons.yaml}, and the named arguments that
 * the sentence mentions.
 */
public record Reason(String id, Map<String, String> arguments) {
    public Reason {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** @param arguments names and values in turn */
    public static Reason of(String id, String... arguments) {
        return new Reason(id, named(arguments));
    }

    static Map<String, String> named(String... arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return named;
    }
}
