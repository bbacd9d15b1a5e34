package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A selector without labels chooses every pod of the namespace. */
final class SeSelectorEmpty extends ServiceEntryRule {

    SeSelectorEmpty() {
        super("se-selector-empty", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        Place selector = spec.at("workloadSelector");
        if (selector.exists() && !selector.isHole() && selector.at("labels").isEmpty()) {
            found.at(selector);
        }
    }
}
