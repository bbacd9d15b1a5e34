package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Clusters and listeners are made for each port, so without one there are none. Istio takes such a ServiceEntry; it is an
 * error once a route leads there.
 */
final class SeNoPorts extends Rule {

    SeNoPorts() {
        super("se-no-ports", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        Set<Manifest> led = Collections.newSetFromMap(new IdentityHashMap<>());
        set.targets().forEach(target -> led.add(target.service().manifest()));
        for (Place spec : set.specs(Kind.SERVICE_ENTRY)) {
            if (spec.at("ports").isEmpty()) {
                found.as(led.contains(spec.manifest()) ? Severity.ERROR : Severity.WARNING, spec.at("ports"));
            }
        }
    }
}
