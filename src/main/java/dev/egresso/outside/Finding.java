package dev.egresso.outside;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the external service has to say against the answers, or what is worth knowing of it.
 *
 * @param id of its sentence in {@code screens/probe.yaml}
 * @param field the answer to change, or to look at
 * @param arguments what the sentence mentions, by name
 */
public record Finding(String id, Severity severity, FieldId field, Map<String, String> arguments) {
    public Finding {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** @param arguments names and values in turn */
    static Finding of(String id, Severity severity, FieldId field, String... arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return new Finding(id, severity, field, named);
    }
}
