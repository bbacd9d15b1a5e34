package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/**
 * Bytes are told apart by address and port only, so a port of bytes without an address takes them all. istiod makes addresses
 * up, and sidecars use them only if they answer the DNS questions of their applications.
 */
final class SeTcpNoAddress extends Rule {

    SeTcpNoAddress() {
        super("se-tcp-no-address", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        Optional<Boolean> captured = set.surroundings().dnsCapture();
        for (Place spec : set.specs(Kind.SERVICE_ENTRY)) {
            boolean needed = spec.at("addresses").isEmpty() && !hasMadeUp(spec);
            boolean never = isSwitchedOff(spec) || isDialled(spec);
            if (needed && (never || !captured.orElse(false))) {
                Severity severity = never || captured.isPresent() ? Severity.WARNING : Severity.INFO;
                spec.at("ports").items().stream()
                        .filter(port -> PortProtocol.named(port.at("protocol").textOrEmpty()) == PortProtocol.TCP)
                        .forEach(port -> found.as(
                                severity, port, "port", port.at("number").textOrEmpty()));
            }
        }
    }

    private static boolean isSwitchedOff(Place spec) {
        return Place.of(spec.manifest())
                .at("metadata", "labels", "networking.istio.io/enable-autoallocate-ip")
                .is("false");
    }

    private static boolean isDialled(Place spec) {
        return spec.at("resolution").isEmpty() || spec.at("resolution").is("NONE");
    }

    /** As the cluster shows it. */
    private static boolean hasMadeUp(Place spec) {
        return !Place.of(spec.manifest()).at("status", "addresses").isEmpty();
    }
}
