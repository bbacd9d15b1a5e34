package dev.egresso.check;

import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** In ambient mode rules for HTTP are applied by a waypoint, and by nobody if none is bound. */
final class XAmbientNoWaypoint extends Rule {

    XAmbientNoWaypoint() {
        super("x-ambient-no-waypoint", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        if (set.surroundings()
                .dataPlane()
                .filter(plane -> plane == DataPlane.AMBIENT)
                .isPresent()) {
            set.internalServices().filter(service -> !service.assumed()).forEach(service -> {
                Place label = Place.of(service.manifest()).at("metadata", "labels", "istio.io/use-waypoint");
                if (label.isEmpty() || label.is("none")) {
                    found.at(label, "name", service.manifest().name());
                }
            });
        }
    }
}
