package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;

/** The protocol decides how much of the traffic the sidecar reads, so it has to be one that Istio knows. */
final class SeProtocolUnknown extends ServiceEntryRule {

    SeProtocolUnknown() {
        super("se-protocol-unknown", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("ports").items().stream()
                .map(port -> port.at("protocol"))
                .filter(word -> !word.isEmpty()
                        && !word.isHole()
                        && PortProtocol.named(word.textOrEmpty()).isSniffed())
                .forEach(word -> found.at(word, "word", word.textOrEmpty()));
    }
}
