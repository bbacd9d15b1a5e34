package dev.egresso.check;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Without a namespace a resource lands where kubectl happens to point. */
final class XNsMissing extends Rule {

    XNsMissing() {
        super("x-ns-missing", Severity.INFO);
    }

    @Override
    void check(ResourceSet set, Found found) {
        for (Manifest manifest : set.registry().manifests()) {
            Place namespace = Place.of(manifest).at("metadata", "namespace");
            if (namespace.isEmpty()) {
                found.at(namespace);
            }
        }
    }
}
