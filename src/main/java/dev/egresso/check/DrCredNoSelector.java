package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;

/**
 * A sidecar reads a secret only for a rule that selects its pod; otherwise it opens no TLS at all. A rule by itself may be for
 * a gateway, which reads secrets without a selector.
 */
final class DrCredNoSelector extends Rule {

    DrCredNoSelector() {
        super("dr-cred-no-selector", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (Place spec : set.specs(Kind.DESTINATION_RULE)) {
            if (!spec.at("workloadSelector").exists() && !isForGateways(spec, set)) {
                Policies.in(spec)
                        .map(policy -> policy.at("tls"))
                        .filter(Policies::originates)
                        .map(tls -> tls.at("credentialName"))
                        .filter(secret ->
                                !secret.isEmpty() && !secret.textOrEmpty().startsWith("configmap://"))
                        .forEach(secret -> found.as(
                                isUsed(spec, set) ? Severity.ERROR : Severity.WARNING,
                                secret,
                                "secret",
                                secret.textOrEmpty()));
            }
        }
    }

    private static boolean isUsed(Place spec, ResourceSet set) {
        HostName host = host(spec);
        return !set.targetsAt(host).isEmpty() || !set.offers(host).isEmpty();
    }

    private static HostName host(Place spec) {
        return HostName.expanded(spec.at("host").textOrEmpty(), spec.manifest().namespace());
    }

    /** A gateway reads secrets without a selector; a host that only rules for gateways lead to is theirs. */
    private static boolean isForGateways(Place spec, ResourceSet set) {
        List<Target> targets = set.targetsAt(host(spec));
        return !targets.isEmpty()
                && targets.stream().noneMatch(target -> target.route().isForTheMesh());
    }
}
