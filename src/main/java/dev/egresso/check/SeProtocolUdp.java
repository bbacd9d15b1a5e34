package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;

/** Istio makes no cluster of a UDP port. */
final class SeProtocolUdp extends ServiceEntryRule {

    SeProtocolUdp() {
        super("se-protocol-udp", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("ports").items().stream()
                .filter(port -> PortProtocol.named(port.at("protocol").textOrEmpty()) == PortProtocol.UDP)
                .forEach(port ->
                        found.at(port.at("protocol"), "port", port.at("number").textOrEmpty()));
    }
}
