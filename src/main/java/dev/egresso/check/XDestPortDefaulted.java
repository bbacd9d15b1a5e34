package dev.egresso.check;

import dev.egresso.mesh.Severity;

/** A route without a port works as long as the ServiceEntry has one only. */
final class XDestPortDefaulted extends TargetRule {

    XDestPortDefaulted() {
        super("x-dest-port-defaulted", Severity.WARNING);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {
        if (!target.route().portPlace().exists() && target.port().isPresent()) {
            String port = Integer.toString(target.port().get().number());
            found.at(
                    target.route().destination(),
                    Fix.set(target.route().portPlace(), target.port().get().number()),
                    "host",
                    target.route().host().name(),
                    "port",
                    port);
        }
    }
}
