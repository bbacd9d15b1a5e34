package dev.egresso.mesh;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong, or worth saying, about an answer, and about which one. An error keeps the route from existing.
 *
 * @param id the id of its words in {@code screens/rules.yaml}
 */
public record Problem(String id, FieldId field, Severity severity, Map<String, String> arguments) {
    public Problem {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
