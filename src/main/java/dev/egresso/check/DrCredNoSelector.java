package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;

/** A sidecar reads a secret only for a rule that selects its pod; otherwise it opens no TLS at all. */
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
                        .forEach(secret -> found.at(secret, "secret", secret.textOrEmpty()));
            }
        }
    }
    /** A gateway reads secrets without a selector; a host that only rules for gateways lead to is theirs. */
    private static boolean isForGateways(Place spec, ResourceSet set) {
        List<Target> targets = set.targetsAt(
                HostName.expanded(spec.at("host").textOrEmpty(), spec.manifest().namespace()));
        return !targets.isEmpty()
                && targets.stream().noneMatch(target -> target.route().isForTheMesh());
    }
}
