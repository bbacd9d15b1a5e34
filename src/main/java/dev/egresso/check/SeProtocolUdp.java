package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** Istio makes no cluster of a UDP port. */
final class SeProtocolUdp extends ServiceEntryRule {

    SeProtocolUdp() {
        super("se-protocol-udp", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("ports").items().stream()
                .filter(port -> PortProtocol.named(port.at("protocol").textOrEmpty()) == PortProtocol.UDP)
                .forEach(port -> found.at(
                        port.at("protocol"),
                        without(port, spec),
                        "port",
                        port.at("number").textOrEmpty()));
    }

    /** Nothing is made of the port, so nothing misses it, unless it is all there is. */
    private static Optional<Fix> without(Place port, Place spec) {
        boolean needed = spec.at("ports").items().size() == 1
                || new PortNames(spec).isReferredTo(port.at("name").textOrEmpty());
        return needed ? Optional.empty() : Optional.of(Fix.remove(port));
    }
}
