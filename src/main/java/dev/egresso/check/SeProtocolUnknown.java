package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;
import java.util.Locale;
import java.util.Optional;

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
                .forEach(word -> found.at(word, meant(word), "word", word.textOrEmpty()));
    }

    /** {@code HTTP/2} and {@code http-2} are ways to write {@code HTTP2}. */
    private static Optional<Fix> meant(Place word) {
        String plain = word.textOrEmpty().replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return PortProtocol.named(plain).isSniffed() ? Optional.empty() : Optional.of(Fix.set(word, plain));
    }
}
