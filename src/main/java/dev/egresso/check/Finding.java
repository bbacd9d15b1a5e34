package dev.egresso.check;

import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing to say about one place.
 *
 * @param rule the id of the rule, under which its words stand in {@code screens/checks.yaml}
 * @param place the field that it is about, also if it is missing there
 * @param arguments what the words mention, by name
 */
public record Finding(String rule, Severity severity, Place place, Map<String, String> arguments, Optional<Fix> fix) {
    private static final Comparator<Place> FROM_TOP = Comparator.<Place, String>comparing(
                    place -> place.read().map(Origin.Read::file).orElse(""))
            .thenComparing(place -> place.read().map(Origin.Read::line).orElse(0))
            .thenComparing(place -> place.path().kind())
            .thenComparing(Place::resource)
            .thenComparing(place -> place.path().field());
    /** The worst first, then from top to bottom. */
    static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::place, FROM_TOP)
            .thenComparing(Finding::rule);

    public Finding {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
