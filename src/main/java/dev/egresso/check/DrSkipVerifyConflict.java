package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** What a certificate is checked against makes no sense if it is not checked. */
final class DrSkipVerifyConflict extends TlsRule {

    DrSkipVerifyConflict() {
        super("dr-skip-verify-conflict", Severity.ERROR);
    }

    @Override
    void checkTls(Place tls, Found found) {
        if (!tls.at("insecureSkipVerify").isTrue() || !Policies.originates(tls)) {
            return;
        }
        Stream.of("caCertificates", "subjectAltNames", "credentialName")
                .filter(field -> !tls.at(field).isEmpty())
                .filter(field ->
                        !field.equals("credentialName") || tls.at("mode").is("SIMPLE"))
                .forEach(field -> found.at(tls.at(field), "field", field));
    }
}
