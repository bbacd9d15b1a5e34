package dev.egresso.check;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** A Service of type ExternalName is another name for a host, and has no rules of its own. */
final class XIntExternalname extends Rule {

    XIntExternalname() {
        super("x-int-externalname", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        set.internalServices()
                .filter(service -> service.discovery() == Discovery.ALIAS)
                .forEach(service -> found.at(
                        service.spec().at("type"),
                        plain(service.spec()),
                        "name",
                        service.manifest().name(),
                        "target",
                        service.spec().at("externalName").textOrEmpty()));
    }

    /** With ports it is a Service like others once it is an alias no more. */
    private static Optional<Fix> plain(Place spec) {
        return spec.at("ports").isEmpty() || !spec.at("externalName").exists()
                ? Optional.empty()
                : Optional.of(Fix.of(FieldChange.take(spec.at("type")), FieldChange.take(spec.at("externalName"))));
    }
}
