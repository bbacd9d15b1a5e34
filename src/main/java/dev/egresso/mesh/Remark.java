package dev.egresso.mesh;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to say about a text that was read: an id whose sentence and remedy stand in {@code screens/rules.yaml}.
 *
 * @param arguments what the sentence mentions, by name
 */
public record Remark(String id, Severity severity, Map<String, String> arguments) {
    public Remark {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    static Remark error(String id, String... arguments) {
        return new Remark(id, Severity.ERROR, Reason.named(arguments));
    }

    static Remark warning(String id, String... arguments) {
        return new Remark(id, Severity.WARNING, Reason.named(arguments));
    }

    static Remark info(String id, String... arguments) {
        return new Remark(id, Severity.INFO, Reason.named(arguments));
    }

    Problem on(FieldId field) {
        return new Problem(id, field, severity, arguments);
    }
}
