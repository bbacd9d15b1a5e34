package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Looks at each block of TLS settings of each DestinationRule by itself. */
abstract class TlsRule extends DestinationRuleRule {
    TlsRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(Place spec, Found found) {
        Policies.in(spec).map(policy -> policy.at("tls")).filter(Place::exists).forEach(tls -> checkTls(tls, found));
    }

    abstract void checkTls(Place tls, Found found);
}
