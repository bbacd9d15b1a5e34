package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Without a file of authorities the sidecar trusts those of its own system, since Istio 1.21. */
final class DrCaUnset extends TlsRule {

    DrCaUnset() {
        super("dr-ca-unset", Severity.INFO);
    }

    @Override
    void checkTls(Place tls, Found found) {
        boolean open = tls.at("caCertificates").isEmpty()
                && tls.at("credentialName").isEmpty()
                && !tls.at("insecureSkipVerify").isTrue();
        if (Policies.originates(tls) && open) {
            found.at(tls.at("mode"));
        }
    }
}
