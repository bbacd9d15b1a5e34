package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Subsets are told apart by their names. */
final class DrSubsetDup extends DestinationRuleRule {

    DrSubsetDup() {
        super("dr-subset-dup", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        Repeats.in(spec.at("subsets"), "name")
                .forEach(name -> found.at(name, "what", "two subsets are called " + name.textOrEmpty()));
        spec.at("subsets").items().stream()
                .map(subset -> subset.at("name"))
                .filter(name -> !name.isHole() && !HostForm.isLabel(name.textOrEmpty()))
                .forEach(name -> found.at(
                        name,
                        "what",
                        name.isEmpty() ? "the subset has no name" : "a subset cannot be called " + name.textOrEmpty()));
    }
}
