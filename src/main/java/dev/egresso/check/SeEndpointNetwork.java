package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** An endpoint that is known by its network only is reached through that network's gateway. */
final class SeEndpointNetwork extends ServiceEntryRule {

    SeEndpointNetwork() {
        super("se-endpoint-network", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("endpoints").items().stream()
                .filter(endpoint -> endpoint.at("address").isEmpty()
                        && !endpoint.at("network").isEmpty())
                .filter(endpoint -> spec.at("resolution").is("STATIC"))
                .forEach(endpoint ->
                        found.at(endpoint, "network", endpoint.at("network").textOrEmpty()));
    }
}
