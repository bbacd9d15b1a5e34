package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A share of the hosts is none, all, or between. */
final class DrOutlierPercent extends PolicyRule {

    DrOutlierPercent() {
        super("dr-outlier-percent", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Stream.of("maxEjectionPercent", "minHealthPercent")
                .map(share -> policy.at("outlierDetection", share))
                .filter(share -> Decimals.isBelow(share, "0") || Decimals.isAbove(share, "100"))
                .forEach(share -> found.at(share, "share", share.textOrEmpty()));
    }
}
