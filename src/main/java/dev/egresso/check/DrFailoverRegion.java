package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Failover leads from one region to another one. */
final class DrFailoverRegion extends PolicyRule {

    DrFailoverRegion() {
        super("dr-failover-region", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Stream.of("localityLbSetting", "zoneAwareLbSetting")
                .flatMap(setting -> policy.at("loadBalancer", setting, "failover").items().stream())
                .forEach(failover -> checkFailover(failover, found));
    }

    private static void checkFailover(Place failover, Found found) {
        String from = failover.at("from").textOrEmpty();
        String to = failover.at("to").textOrEmpty();
        if (from.equals(to)) {
            found.at(failover, "what", "leads from " + (from.isEmpty() ? "nowhere" : from) + " to itself");
        }
        Stream.of("from", "to").map(failover::at).forEach(region -> {
            String name = region.textOrEmpty();
            if (name.indexOf('/') >= 0) {
                found.at(region, "what", "names " + name + ", which is more than a region");
            } else if (name.indexOf('*') >= 0) {
                found.at(region, "what", "names " + name + ", and a star is no region");
            }
        });
    }
}
