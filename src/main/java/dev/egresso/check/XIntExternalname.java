package dev.egresso.check;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.Severity;

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
                        "name",
                        service.manifest().name(),
                        "target",
                        service.spec().at("externalName").textOrEmpty()));
    }
}
