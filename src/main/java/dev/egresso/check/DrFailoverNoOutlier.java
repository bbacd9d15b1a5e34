package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Traffic moves on when hosts are found to fail, and something has to find it out. */
final class DrFailoverNoOutlier extends PolicyRule {

    DrFailoverNoOutlier() {
        super("dr-failover-no-outlier", Severity.WARNING);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Stream.of("localityLbSetting", "zoneAwareLbSetting")
                .map(setting -> policy.at("loadBalancer", setting))
                .flatMap(setting -> Stream.of(setting.at("failover"), setting.at("failoverPriority"))
                        .filter(list -> !list.isEmpty())
                        .limit(1))
                .filter(list -> !policy.at("outlierDetection").exists())
                .forEach(list -> found.at(list));
    }
}
