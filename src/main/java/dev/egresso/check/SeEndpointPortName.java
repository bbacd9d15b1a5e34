package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** The ports of an endpoint go by the names of those of the ServiceEntry. */
final class SeEndpointPortName extends ServiceEntryRule {
    /** One less than a name of a port may have, by the rules of the schema. */
    private static final int LONGEST = 62;

    SeEndpointPortName() {
        super("se-endpoint-port-name", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("endpoints").items().stream()
                .flatMap(endpoint -> endpoint.at("ports").fields().stream())
                .filter(port -> !HostForm.isLabel(port.key()) || port.key().length() > LONGEST)
                .forEach(port -> found.at(port, "name", port.key()));
    }
}
