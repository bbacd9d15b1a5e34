package dev.egresso.check;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds all rules against a set of resources. */
public final class Checks {
    private Checks() {}

    /**
     * What there is to say, the worst first, then in the order of the text. Of a field that a rule has words of its own for,
     * the schema says nothing. Total: any trees may stand in the set.
     */
    public static List<Finding> of(List<Manifest> manifests, Surroundings surroundings) {
        ResourceSet set = new ResourceSet(manifests, surroundings);
        List<Finding> findings = new ArrayList<>();
        Rules.ofIstio().forEach(rule -> rule.check(set, new Found(rule, findings)));
        Set<Place> said =
                findings.stream().filter(Finding::isError).map(Finding::place).collect(Collectors.toSet());
        List<Finding> ofSchema = new ArrayList<>();
        Rules.ofSchema().forEach(rule -> rule.check(set, new Found(rule, ofSchema)));
        ofSchema.stream().filter(finding -> !said.contains(finding.place())).forEach(findings::add);
        return Finding.sorted(findings);
    }
}
