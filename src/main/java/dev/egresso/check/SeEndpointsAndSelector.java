package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Endpoints are either listed or selected. */
final class SeEndpointsAndSelector extends ServiceEntryRule {

    SeEndpointsAndSelector() {
        super("se-endpoints-and-selector", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        if (spec.at("endpoints").exists() && spec.at("workloadSelector").exists()) {
            found.at(spec.at("workloadSelector"), Fix.remove(spec.at("workloadSelector")));
        }
    }
}
