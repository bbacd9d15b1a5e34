package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Looks at each VirtualService by itself. */
abstract class VirtualServiceRule extends Rule {
    VirtualServiceRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(ResourceSet set, Found found) {
        set.specs(Kind.VIRTUAL_SERVICE).forEach(spec -> check(spec, found));
    }

    abstract void check(Place spec, Found found);
}
