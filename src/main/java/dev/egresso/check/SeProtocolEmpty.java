package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** Without a protocol the sidecar has to guess from the first bytes. */
final class SeProtocolEmpty extends ServiceEntryRule {

    SeProtocolEmpty() {
        super("se-protocol-empty", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("ports").items().stream()
                .filter(port -> port.at("protocol").isEmpty())
                .forEach(port -> found.at(
                        port.at("protocol"),
                        usual(port),
                        "port",
                        port.at("number").textOrEmpty()));
    }

    /** Two numbers belong to one protocol each, all over the world. */
    private static Optional<Fix> usual(Place port) {
        return switch (port.at("number").number().orElse(0)) {
            case 80 -> Optional.of(Fix.set(port.at("protocol"), "HTTP"));
            case 443 -> Optional.of(Fix.set(port.at("protocol"), "TLS"));
            default -> Optional.empty();
        };
    }
}
