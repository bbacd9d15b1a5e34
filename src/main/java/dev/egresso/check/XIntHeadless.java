package dev.egresso.check;

import dev.egresso.mesh.Severity;

/** A headless Service without pods has no answer in DNS. */
final class XIntHeadless extends Rule {

    XIntHeadless() {
        super("x-int-headless", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {
        set.internalServices()
                .filter(service -> service.spec().at("clusterIP").is("None")
                        && service.spec().at("selector").isEmpty())
                .forEach(service -> found.at(
                        service.spec().at("clusterIP"),
                        Fix.remove(service.spec().at("clusterIP")),
                        "name",
                        service.manifest().name()));
    }
}
