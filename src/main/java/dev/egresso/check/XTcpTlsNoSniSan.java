package dev.egresso.check;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.Optional;

/** Istio takes the name in the greeting and in the certificate from the Host header, and bytes have none. */
final class XTcpTlsNoSniSan extends TargetRule {

    XTcpTlsNoSniSan() {
        super("x-tcp-tls-no-sni-san", Severity.WARNING);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {
        if (target.route().block() == Route.Block.TCP
                && target.entrySpec().at("subjectAltNames").isEmpty()) {
            target.originated()
                    .filter(tls -> tls.at("sni").isEmpty()
                            && tls.at("subjectAltNames").isEmpty()
                            && !tls.at("insecureSkipVerify").isTrue())
                    .ifPresent(tls -> found.at(
                            tls,
                            named(tls, target),
                            "host",
                            target.route().host().name()));
        }
    }

    private static Optional<Fix> named(Place tls, Target target) {
        String host = target.route().host().name();
        return target.route().host().isWildcard()
                ? Optional.empty()
                : Optional.of(Fix.of(
                        FieldChange.put(tls.at("sni"), host),
                        FieldChange.put(tls.at("subjectAltNames"), List.of(host))));
    }
}
