package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Clusters and listeners are made for each port, so without one there are none. */
final class SeNoPorts extends ServiceEntryRule {

    SeNoPorts() {
        super("se-no-ports", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        if (spec.at("ports").isEmpty()) {
            found.at(spec.at("ports"));
        }
    }
}
