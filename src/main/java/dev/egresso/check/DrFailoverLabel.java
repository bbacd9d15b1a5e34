package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** Region, zone and subzone are in the order of failover already. */
final class DrFailoverLabel extends PolicyRule {
    private static final Set<String> TOPOLOGY =
            Set.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone");

    DrFailoverLabel() {
        super("dr-failover-label", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place balancer = policy.at("loadBalancer");
        boolean byRegion = !balancer.at("localityLbSetting", "failover").isEmpty();
        Stream.of("localityLbSetting", "zoneAwareLbSetting")
                .filter(setting -> byRegion || setting.equals("zoneAwareLbSetting"))
                .flatMap(setting -> balancer.at(setting, "failoverPriority").items().stream())
                .filter(label -> TOPOLOGY.contains(label.textOrEmpty()))
                .forEach(label -> found.at(label, Fix.remove(label), "label", label.textOrEmpty()));
    }
}
