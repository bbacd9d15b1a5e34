package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that happened on the way.
 *
 * @param id of its sentence in {@code screens/hops.yaml}
 * @param arguments what the sentence mentions, by name
 * @param because the places that decided it, the most telling first
 */
public record Hop(Part part, Standing standing, String id, Map<String, String> arguments, List<Place> because) {
    public Hop {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        because = List.copyOf(because);
    }

    public Stage stage() {
        return part.stage();
    }
}
