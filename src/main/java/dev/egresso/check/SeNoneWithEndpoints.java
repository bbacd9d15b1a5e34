package dev.egresso.check;

import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** NONE goes to the address that was dialled, so endpoints have nothing to do; the schema refuses even none of them. */
final class SeNoneWithEndpoints extends ServiceEntryRule {

    SeNoneWithEndpoints() {
        super("se-none-with-endpoints", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        boolean none = spec.at("resolution").isEmpty() || spec.at("resolution").is("NONE");
        Place endpoints = spec.at("endpoints");
        if (none && endpoints.exists()) {
            found.at(
                    endpoints,
                    endpoints.isEmpty() ? Fix.remove(endpoints) : Fix.set(spec.at("resolution"), fitting(spec)));
        }
    }

    private static String fitting(Place spec) {
        boolean addresses = spec.at("endpoints").items().stream()
                .allMatch(endpoint ->
                        IpAddress.read(endpoint.at("address").textOrEmpty()).isPresent());
        return addresses ? "STATIC" : "DNS";
    }
}
