package dev.egresso.check;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;

/** A sidecar takes rules from its own namespace, from that of the ServiceEntry, and from the root namespace. */
final class XDrNamespace extends TargetRule {

    XDrNamespace() {
        super("x-dr-namespace", Severity.ERROR);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {

        if (target.rule().isPresent()) {
            return;
        }
        String root = set.registry().rootNamespace();
        set.rules(target.route().host()).stream()
                .filter(rule -> !List.of(
                                target.route().caller(), target.service().namespace(), root)
                        .contains(rule.namespace()))
                .forEach(rule -> found.at(
                        namespace(rule),
                        Fix.set(namespace(rule), target.service().namespace()),
                        "caller",
                        target.route().caller(),
                        "namespace",
                        rule.namespace(),
                        "service",
                        target.service().namespace(),
                        "root",
                        root));
    }

    private static Place namespace(DestinationRule rule) {
        return Place.of(rule.manifests().get(0)).at("metadata", "namespace");
    }
}
