package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** STATIC looks nothing up, so a name cannot be an endpoint. */
final class SeStaticEndpointNotIp extends ServiceEntryRule {

    SeStaticEndpointNotIp() {
        super("se-static-endpoint-not-ip", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        if (spec.at("resolution").is("STATIC")) {
            spec.at("endpoints").items().stream()
                    .map(endpoint -> endpoint.at("address"))
                    .filter(address -> !address.isEmpty() && !address.isHole())
                    .filter(address -> IpAddress.read(address.textOrEmpty()).isEmpty()
                            && !address.textOrEmpty().startsWith("unix://"))
                    .forEach(address ->
                            found.at(address, Fix.set(spec.at("resolution"), "DNS"), "address", address.textOrEmpty()));
        }
    }
}
