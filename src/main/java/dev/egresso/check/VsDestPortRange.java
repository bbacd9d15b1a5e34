package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A destination has a port from 1 to 65535. */
final class VsDestPortRange extends VirtualServiceRule {

    VsDestPortRange() {
        super("vs-dest-port-range", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        HostForm.destinations(spec)
                .map(destination -> destination.at("port"))
                .filter(port ->
                        port.exists() && !port.isHole() && !port.at("number").isHole())
                .filter(port -> !port.at("number").exists() || Ports.isOutside(port.at("number")))
                .forEach(port ->
                        found.at(port.at("number"), "port", port.at("number").textOrEmpty()));
    }
}
