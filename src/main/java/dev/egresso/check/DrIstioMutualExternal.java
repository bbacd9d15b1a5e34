package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** The certificates of the mesh mean nothing outside of it. */
final class DrIstioMutualExternal extends Rule {

    DrIstioMutualExternal() {
        super("dr-istio-mutual-external", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        for (Place spec : set.specs(Kind.DESTINATION_RULE)) {
            HostName host = HostName.expanded(
                    spec.at("host").textOrEmpty(), spec.manifest().namespace());
            boolean external = set.offers(host).stream().anyMatch(MeshService::isExternal);
            if (external) {
                Policies.in(spec)
                        .map(policy -> policy.at("tls", "mode"))
                        .filter(mode -> mode.is("ISTIO_MUTUAL"))
                        .forEach(mode -> found.at(mode, Fix.set(mode, "SIMPLE"), "host", host.name()));
            }
        }
    }
}
