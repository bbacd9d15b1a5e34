package dev.egresso.check;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Set;

/** Two resources of one kind, namespace and name are one resource to the cluster. */
final class XNameCollision extends Rule {

    XNameCollision() {
        super("x-name-collision", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        Set<String> seen = new HashSet<>();
        for (Manifest manifest : set.registry().manifests()) {
            Place name = Place.of(manifest).at("metadata", "name");
            if (!name.isEmpty() && !name.isHole() && !seen.add(name.resource())) {
                found.at(name, "resource", name.resource());
            }
        }
    }
}
