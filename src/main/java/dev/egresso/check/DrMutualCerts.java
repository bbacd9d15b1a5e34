package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** MUTUAL shows a client certificate, which has to come from somewhere. */
final class DrMutualCerts extends TlsRule {

    DrMutualCerts() {
        super("dr-mutual-certs", Severity.ERROR);
    }

    @Override
    void checkTls(Place tls, Found found) {
        if (tls.at("mode").is("MUTUAL") && tls.at("credentialName").isEmpty()) {
            Stream.of("clientCertificate", "privateKey")
                    .filter(file -> tls.at(file).isEmpty())
                    .forEach(file -> found.at(tls.at(file), "missing", file));
        }
    }
}
