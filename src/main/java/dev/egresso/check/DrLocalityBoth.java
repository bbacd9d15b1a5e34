package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Istio or Envoy keeps traffic near; not both. */
final class DrLocalityBoth extends PolicyRule {

    DrLocalityBoth() {
        super("dr-locality-both", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place balancer = policy.at("loadBalancer");
        if (balancer.at("localityLbSetting").exists()
                && balancer.at("zoneAwareLbSetting").exists()) {
            found.at(balancer.at("zoneAwareLbSetting"));
        }
    }
}
