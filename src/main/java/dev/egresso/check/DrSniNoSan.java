package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.Optional;

/** An explicit name in the greeting switches off the check of the name in the certificate. */
final class DrSniNoSan extends Rule {

    DrSniNoSan() {
        super("dr-sni-no-san", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (Place spec : set.specs(Kind.DESTINATION_RULE)) {
            Policies.in(spec)
                    .map(policy -> policy.at("tls"))
                    .filter(tls -> isUnchecked(tls, spec, set))
                    .forEach(tls -> found.at(
                            tls.at("sni"),
                            Fix.list(
                                    tls.at("subjectAltNames"),
                                    List.of(tls.at("sni").textOrEmpty())),
                            "sni",
                            tls.at("sni").textOrEmpty()));
        }
    }

    private static boolean isUnchecked(Place tls, Place spec, ResourceSet set) {
        boolean greets = Policies.originates(tls)
                && !tls.at("sni").isEmpty()
                && tls.at("sni").text().isPresent();
        boolean checks = !tls.at("subjectAltNames").isEmpty()
                || tls.at("insecureSkipVerify").isTrue();
        return greets && !checks && namesOfEntry(spec, set).isEmpty();
    }

    private static Optional<MeshService> namesOfEntry(Place spec, ResourceSet set) {
        HostName host =
                HostName.expanded(spec.at("host").textOrEmpty(), spec.manifest().namespace());
        return set.service(host, spec.manifest().namespace())
                .filter(service -> !service.spec().at("subjectAltNames").isEmpty());
    }
}
