package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** NONE goes to the address that was dialled, so endpoints have nothing to do. */
final class SeNoneWithEndpoints extends ServiceEntryRule {

    SeNoneWithEndpoints() {
        super("se-none-with-endpoints", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        boolean none = spec.at("resolution").isEmpty() || spec.at("resolution").is("NONE");
        if (none && !spec.at("endpoints").isEmpty()) {
            found.at(spec.at("endpoints"), Fix.set(spec.at("resolution"), fitting(spec)));
        }
    }

    private static String fitting(Place spec) {
        boolean addresses = spec.at("endpoints").items().stream()
                .allMatch(endpoint ->
                        IpAddress.read(endpoint.at("address").textOrEmpty()).isPresent());
        return addresses ? "STATIC" : "DNS";
    }
}
