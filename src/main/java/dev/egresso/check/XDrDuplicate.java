package dev.egresso.check;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;

/** Of two rules for one host in one namespace the first traffic policy wins. */
final class XDrDuplicate extends Rule {

    XDrDuplicate() {
        super("x-dr-duplicate", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        for (DestinationRule rule : set.registry().destinationRules()) {
            List<Place> policies = rule.manifests().stream()
                    .map(manifest -> Place.of(manifest).at("spec", "trafficPolicy"))
                    .filter(Place::exists)
                    .toList();
            policies.stream()
                    .skip(1)
                    .forEach(policy -> found.at(
                            Place.of(policy.manifest()).at("spec", "host"),
                            "host",
                            rule.host().name(),
                            "other",
                            policies.get(0).resource()));
        }
    }
}
