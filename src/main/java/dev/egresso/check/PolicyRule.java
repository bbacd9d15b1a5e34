package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Looks at each traffic policy of each DestinationRule by itself, those for one port among them. */
abstract class PolicyRule extends DestinationRuleRule {
    PolicyRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(Place spec, Found found) {
        Policies.in(spec).forEach(policy -> checkPolicy(policy, found));
    }

    abstract void checkPolicy(Place policy, Found found);
}
