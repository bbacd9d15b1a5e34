package dev.egresso.check;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** The service expects TLS, the application speaks none, and nothing starts it in between. */
final class XDrMissingForTls extends TargetRule {

    XDrMissingForTls() {
        super("x-dr-missing-for-tls", Severity.ERROR);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {

        boolean plain = target.route().isHttp()
                && target.service().isExternal()
                && target.port().isPresent()
                && target.expectsTls();
        if (plain && target.tls().isEmpty() && !isSaidElsewhere(target, set)) {
            found.at(
                    target.route().destination(),
                    inTheRule(target),
                    "host",
                    target.route().host().name(),
                    "port",
                    Integer.toString(target.dialled()));
        } else if (plain
                && target.tls().filter(tls -> tls.at("mode").is("DISABLE")).isPresent()) {
            found.at(
                    target.tls().get().at("mode"),
                    Fix.set(target.tls().get().at("mode"), "SIMPLE"),
                    "host",
                    target.route().host().name(),
                    "port",
                    Integer.toString(target.dialled()));
        }
    }
    /** A rule that says nothing of TLS, for a host with one port. */
    private static Optional<Fix> inTheRule(Target target) {
        return target.rule()
                .filter(rule -> target.service().ports().size() == 1
                        && target.route().subset().isEmpty())
                .map(rule -> Fix.set(rule.trafficPolicy().at("tls", "mode"), "SIMPLE"));
    }

    /** There is a rule that would start TLS, and another check says why it does not. */
    private static boolean isSaidElsewhere(Target target, ResourceSet set) {
        boolean overridden = target.rule()
                .filter(rule -> XDrPortlevelOverrides.hides(rule, target))
                .isPresent();
        boolean elsewhere = target.rule().isEmpty()
                && set.rules(target.route().host()).stream().anyMatch(XDrMissingForTls::startsTls);
        boolean wrongPort = target.rule()
                .filter(rule -> XDrPortlevelUnknown.startsTlsForUnknown(rule, target.service()))
                .isPresent();
        return overridden
                || elsewhere
                || wrongPort
                || target.rule().isEmpty() && set.strayRules().isMeantFor(target);
    }

    private static boolean startsTls(DestinationRule rule) {
        return rule.manifests().stream()
                .anyMatch(manifest -> Policies.in(Place.of(manifest).at("spec"))
                        .anyMatch(policy -> Policies.originates(policy.at("tls"))));
    }
}
