package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Routes and rules complete a name without a dot, and a ServiceEntry does not, so the two never meet. */
final class SeHostShort extends ServiceEntryRule {

    SeHostShort() {
        super("se-host-short", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {

        String namespace = spec.manifest().namespace();
        spec.at("hosts").items().stream()
                .filter(host -> isShort(host.textOrEmpty()))
                .forEach(host -> found.at(host, "host", host.textOrEmpty(), "namespace", namespace));
    }

    static boolean isShort(String host) {
        return !host.isEmpty()
                && host.indexOf('.') < 0
                && host.indexOf('*') < 0
                && host.indexOf(':') < 0
                && host.indexOf('/') < 0;
    }
}
