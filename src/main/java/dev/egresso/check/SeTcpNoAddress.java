package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;

/** Bytes are told apart by address and port only, so a port of bytes without an address takes them all. */
final class SeTcpNoAddress extends ServiceEntryRule {

    SeTcpNoAddress() {
        super("se-tcp-no-address", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        boolean switchedOff = Place.of(spec.manifest())
                .at("metadata", "labels", "networking.istio.io/enable-autoallocate-ip")
                .is("false");
        boolean none = spec.at("resolution").isEmpty() || spec.at("resolution").is("NONE");
        if (!spec.at("addresses").isEmpty() || !switchedOff && !none) {
            return;
        }
        spec.at("ports").items().stream()
                .filter(port -> PortProtocol.named(port.at("protocol").textOrEmpty()) == PortProtocol.TCP)
                .forEach(port -> found.at(port, "port", port.at("number").textOrEmpty()));
    }
}
