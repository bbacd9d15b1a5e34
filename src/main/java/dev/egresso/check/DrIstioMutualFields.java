package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;

/** ISTIO_MUTUAL brings its own certificates. */
final class DrIstioMutualFields extends TlsRule {
    private static final List<String> FIELDS =
            List.of("clientCertificate", "privateKey", "caCertificates", "credentialName", "subjectAltNames");

    DrIstioMutualFields() {
        super("dr-istio-mutual-fields", Severity.WARNING);
    }

    @Override
    void checkTls(Place tls, Found found) {

        if (tls.at("mode").is("ISTIO_MUTUAL")) {
            FIELDS.stream()
                    .filter(field -> !tls.at(field).isEmpty())
                    .forEach(field -> found.at(tls.at(field), Fix.remove(tls.at(field)), "field", field));
        }
    }
}
