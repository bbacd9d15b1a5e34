package dev.egresso.proof;

import dev.egresso.trace.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that was foretold, held against what was found.
 *
 * @param id the end of the id of its sentence in {@code screens/words.yaml}, {@code proof-…}
 * @param arguments what the sentence mentions, by name
 */
public record Point(Part part, boolean agrees, String id, Map<String, String> arguments) {
    public Point {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** @param arguments names and values in turn */
    static Point of(Part part, boolean agrees, String id, String... arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        return new Point(part, agrees, id, named);
    }
}
