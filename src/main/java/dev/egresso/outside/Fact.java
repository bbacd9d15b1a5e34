package dev.egresso.outside;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that a probe found.
 *
 * @param id of its sentence, and of what it means for the resources, in {@code screens/probe.yaml}
 * @param arguments what the sentences mention, by name
 */
public record Fact(String id, Map<String, String> arguments) {
    public Fact {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** @param arguments names and values in turn */
    static Fact of(String id, String... arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return new Fact(id, named);
    }
}
