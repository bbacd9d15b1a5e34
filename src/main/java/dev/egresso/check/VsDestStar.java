package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A request goes to one host, and a lone star is none. */
final class VsDestStar extends VirtualServiceRule {

    VsDestStar() {
        super("vs-dest-star", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        HostForm.destinations(spec)
                .map(destination -> destination.at("host"))
                .filter(host -> host.is("*"))
                .forEach(host -> found.at(host));
    }
}
