package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Certificates come from a secret or from files. */
final class DrCredAndFiles extends TlsRule {

    DrCredAndFiles() {
        super("dr-cred-and-files", Severity.ERROR);
    }

    @Override
    void checkTls(Place tls, Found found) {
        if (Policies.originates(tls) && !tls.at("credentialName").isEmpty()) {
            Stream.of("clientCertificate", "privateKey", "caCertificates", "caCrl")
                    .filter(file -> !tls.at(file).isEmpty())
                    .forEach(file -> found.at(tls.at(file), "file", file));
        }
    }
}
