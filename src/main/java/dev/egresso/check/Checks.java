package dev.egresso.check;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** Holds all rules against a set of resources. */
public final class Checks {
    private Checks() {}

    /** What there is to say, the worst first, then in the order of the text. Total: any trees may stand in the set. */
    public static List<Finding> of(List<Manifest> manifests, Surroundings surroundings) {
        ResourceSet set = new ResourceSet(manifests, surroundings);
        List<Finding> findings = new ArrayList<>();
        Rules.all().forEach(rule -> rule.check(set, new Found(rule, findings)));
        findings.sort(Finding.ORDER);
        return List.copyOf(findings);
    }
}
