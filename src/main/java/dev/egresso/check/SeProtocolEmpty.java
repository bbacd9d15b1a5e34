package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Without a protocol the sidecar has to guess from the first bytes. */
final class SeProtocolEmpty extends ServiceEntryRule {

    SeProtocolEmpty() {
        super("se-protocol-empty", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("ports").items().stream()
                .filter(port -> port.at("protocol").isEmpty())
                .forEach(port ->
                        found.at(port.at("protocol"), "port", port.at("number").textOrEmpty()));
    }
}
