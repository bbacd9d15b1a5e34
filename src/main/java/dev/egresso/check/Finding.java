package dev.egresso.check;

import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
    public Finding {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** The worst first, then from top to bottom. */
    static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .map(Ranked::of)
                .sorted(Ranked.ORDER)
                .map(Ranked::finding)
                .toList();
    }

    /** A finding with what it is sorted by, worked out once. */
    private record Ranked(Finding finding, String file, int line, String resource, String field) {
        private static final Comparator<Ranked> ORDER = Comparator.<Ranked, Severity>comparing(
                        ranked -> ranked.finding.severity())
                .thenComparing(Ranked::file)
                .thenComparing(Ranked::line)
                .thenComparing(ranked -> ranked.finding.place().path().kind())
                .thenComparing(Ranked::resource)
                .thenComparing(Ranked::field)
                .thenComparing(ranked -> ranked.finding.rule());

        static Ranked of(Finding finding) {
            Optional<Origin.Read> read = finding.place().read();
            return new Ranked(
                    finding,
                    read.map(Origin.Read::file).orElse(""),
                    read.map(Origin.Read::line).orElse(0),
                    finding.place().resource(),
                    finding.place().path().field());
        }
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
