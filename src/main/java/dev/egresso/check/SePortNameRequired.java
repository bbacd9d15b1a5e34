package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Endpoints and the API server refer to a port by its name. */
final class SePortNameRequired extends ServiceEntryRule {

    SePortNameRequired() {
        super("se-port-name-required", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("ports").items().stream()
                .filter(port -> port.at("name").isEmpty())
                .forEach(port -> found.at(port.at("name"), new PortNames(spec).named(port)));
    }
}
