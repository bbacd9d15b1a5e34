package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** One count for all errors gave way to one for each kind. */
final class DrOutlierErrorsOld extends PolicyRule {

    DrOutlierErrorsOld() {
        super("dr-outlier-errors-old", Severity.WARNING);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place errors = policy.at("outlierDetection", "consecutiveErrors");
        if (errors.number().orElse(0) != 0) {
            found.at(errors);
        }
    }
}
