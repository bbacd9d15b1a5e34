package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Looks at each ServiceEntry by itself. */
abstract class ServiceEntryRule extends Rule {
    ServiceEntryRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(ResourceSet set, Found found) {
        set.specs(Kind.SERVICE_ENTRY).forEach(spec -> check(spec, found));
    }

    abstract void check(Place spec, Found found);
}
