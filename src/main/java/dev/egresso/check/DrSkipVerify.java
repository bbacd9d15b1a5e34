package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Whoever does not check the certificate talks to anybody who answers. */
final class DrSkipVerify extends TlsRule {

    DrSkipVerify() {
        super("dr-skip-verify", Severity.WARNING);
    }

    @Override
    void checkTls(Place tls, Found found) {
        if (tls.at("insecureSkipVerify").isTrue()) {
            found.at(tls.at("insecureSkipVerify"));
        }
    }
}
