package dev.egresso.check;

import dev.egresso.mesh.Severity;

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
                    .ifPresent(
                            tls -> found.at(tls, "host", target.route().host().name()));
        }
    }
}
