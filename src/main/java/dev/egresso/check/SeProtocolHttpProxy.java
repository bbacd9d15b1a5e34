package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;

/** The protocol HTTP_PROXY is for listeners of a Sidecar. */
final class SeProtocolHttpProxy extends ServiceEntryRule {

    SeProtocolHttpProxy() {
        super("se-protocol-http-proxy", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("ports").items().stream()
                .map(port -> port.at("protocol"))
                .filter(word -> PortProtocol.named(word.textOrEmpty()) == PortProtocol.HTTP_PROXY)
                .forEach(word -> found.at(word, Fix.set(word, "HTTP")));
    }
}
