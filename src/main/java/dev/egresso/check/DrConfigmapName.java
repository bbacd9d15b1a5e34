package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Certificates in a ConfigMap are named by the namespace of the rule and the name of the map. */
final class DrConfigmapName extends TlsRule {
    private static final String SCHEME = "configmap://";

    DrConfigmapName() {
        super("dr-configmap-name", Severity.ERROR);
    }

    @Override
    void checkTls(Place tls, Found found) {
        Place name = tls.at("credentialName");
        String own = tls.manifest().namespace();
        if (name.textOrEmpty().startsWith(SCHEME)) {
            String[] parts = name.textOrEmpty().substring(SCHEME.length()).split("/");
            if (parts.length < 2 || !parts[0].equals(own) || parts[1].isEmpty()) {
                found.at(name, "text", name.textOrEmpty(), "namespace", own);
            }
        }
    }
}
