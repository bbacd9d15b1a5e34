package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;

/** Inside the mesh a route for every host would catch all there is. */
final class VsHostStarMesh extends VirtualServiceRule {

    VsHostStarMesh() {
        super("vs-host-star-mesh", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        if (VirtualService.isBoundToMesh(spec.at("gateways"))) {
            spec.at("hosts").items().stream().filter(host -> host.is("*")).forEach(host -> found.at(host));
        }
    }
}
