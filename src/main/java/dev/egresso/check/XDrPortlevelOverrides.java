package dev.egresso.check;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.Severity;

/** Settings for a port take the place of the general ones as a whole. */
final class XDrPortlevelOverrides extends TargetRule {

    XDrPortlevelOverrides() {
        super("x-dr-portlevel-overrides", Severity.WARNING);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {

        boolean hidden = target.rule().filter(rule -> hides(rule, target)).isPresent();
        if (hidden) {
            int port = target.port().orElseThrow().number();
            Place own = target.rule().orElseThrow().policy(port);
            Node tls =
                    target.rule().orElseThrow().trafficPolicy().at("tls").node().orElseThrow();
            found.at(own, Fix.of(new FieldChange.Put(own.at("tls"), tls)), "port", Integer.toString(port));
        }
    }
    /** Whether settings for the port stand in front of general ones that would start TLS. */
    static boolean hides(DestinationRule rule, Target target) {
        Place general = rule.trafficPolicy();
        Place own = rule.policy(target.port().map(ServicePort::number).orElse(0));
        return !own.path().equals(general.path()) && !own.at("tls").exists() && Policies.originates(general.at("tls"));
    }
}
