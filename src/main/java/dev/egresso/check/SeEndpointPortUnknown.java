package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.schema.Nearest;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An endpoint gives another number to a port that the ServiceEntry names. */
final class SeEndpointPortUnknown extends ServiceEntryRule {

    SeEndpointPortUnknown() {
        super("se-endpoint-port-unknown", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        Set<String> names = spec.at("ports").items().stream()
                .map(port -> port.at("name").textOrEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Place endpoint : spec.at("endpoints").items()) {
            endpoint.at("ports").fields().stream()
                    .filter(port -> !names.contains(port.key()))
                    .forEach(port ->
                            found.at(port, meant(port, names), "name", port.key(), "names", String.join(", ", names)));
        }
    }

    /** The name that is spelled alike, or the only one. */
    private static Optional<Fix> meant(Place port, Set<String> names) {
        return (names.size() == 1 ? names.stream().findFirst() : Nearest.to(port.key(), names))
                .filter(name ->
                        !name.isEmpty() && !port.above().orElseThrow().at(name).exists())
                .map(name -> Fix.rename(port, name));
    }
}
