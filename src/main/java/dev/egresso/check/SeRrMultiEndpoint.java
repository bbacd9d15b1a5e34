package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** One name is looked up for each new connection, so there can be one only. */
final class SeRrMultiEndpoint extends ServiceEntryRule {

    SeRrMultiEndpoint() {
        super("se-rr-multi-endpoint", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        int count = spec.at("endpoints").items().size();
        if (spec.at("resolution").is("DNS_ROUND_ROBIN") && count > 1) {
            found.at(spec.at("endpoints"), Fix.set(spec.at("resolution"), "DNS"), "count", Integer.toString(count));
        }
    }
}
