package dev.egresso.check;

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
        if (none && spec.at("endpoints").exists()) {
            found.at(spec.at("endpoints"));
        }
    }
}
