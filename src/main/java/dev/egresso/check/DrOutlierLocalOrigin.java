package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Failures on this side are counted apart only where they are told apart. */
final class DrOutlierLocalOrigin extends PolicyRule {

    DrOutlierLocalOrigin() {
        super("dr-outlier-local-origin", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place outlier = policy.at("outlierDetection");
        Place failures = outlier.at("consecutiveLocalOriginFailures");
        if (Decimals.isAbove(failures, "0")
                && !outlier.at("splitExternalLocalOriginErrors").isTrue()) {
            found.at(failures, Fix.set(outlier.at("splitExternalLocalOriginErrors"), true));
        }
    }
}
