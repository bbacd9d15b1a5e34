package dev.egresso.check;

import dev.egresso.mesh.Severity;

/** Looks at each way from a VirtualService to a ServiceEntry that the set holds. */
abstract class TargetRule extends Rule {
    TargetRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(ResourceSet set, Found found) {
        set.targets().stream()
                .filter(target -> !target.service().isKubernetes())
                .forEach(target -> check(target, set, found));
    }

    abstract void check(Target target, ResourceSet set, Found found);
}
