package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Looks at each DestinationRule by itself. */
abstract class DestinationRuleRule extends Rule {
    DestinationRuleRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(ResourceSet set, Found found) {
        set.specs(Kind.DESTINATION_RULE).forEach(spec -> check(spec, found));
    }

    abstract void check(Place spec, Found found);
}
