package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A ServiceEntry for the name of a Service adds to that Service and does not take its place. */
final class XSeShadowsSvc extends Rule {

    XSeShadowsSvc() {
        super("x-se-shadows-svc", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        for (Place spec : set.specs(Kind.SERVICE_ENTRY)) {
            for (Place host : spec.at("hosts").items()) {
                boolean taken = set.registry().services(HostName.asWritten(host.textOrEmpty())).stream()
                        .anyMatch(MeshService::isKubernetes);
                if (taken) {
                    found.at(host, "host", host.textOrEmpty());
                }
            }
        }
    }
}
