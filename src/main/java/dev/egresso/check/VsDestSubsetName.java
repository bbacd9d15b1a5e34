package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A subset is called by one label. */
final class VsDestSubsetName extends VirtualServiceRule {

    VsDestSubsetName() {
        super("vs-dest-subset-name", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        HostForm.destinations(spec)
                .map(destination -> destination.at("subset"))
                .filter(subset -> !subset.isEmpty() && !subset.isHole() && !HostForm.isLabel(subset.textOrEmpty()))
                .forEach(subset -> found.at(subset, "name", subset.textOrEmpty()));
    }
}
