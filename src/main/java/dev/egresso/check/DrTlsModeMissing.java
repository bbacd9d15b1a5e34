package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** An absent mode means DISABLE, whatever else the block says. */
final class DrTlsModeMissing extends TlsRule {

    DrTlsModeMissing() {
        super("dr-tls-mode-missing", Severity.ERROR);
    }

    @Override
    void checkTls(Place tls, Found found) {
        boolean says = tls.fields().stream()
                .anyMatch(field -> field.exists() && !field.key().equals("mode"));
        if (says && tls.at("mode").isEmpty()) {
            found.at(tls, Fix.set(tls.at("mode"), tls.at("clientCertificate").isEmpty() ? "SIMPLE" : "MUTUAL"));
        }
    }
}
