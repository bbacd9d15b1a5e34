package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A selector without labels chooses every pod. */
final class DrSelectorEmpty extends DestinationRuleRule {

    DrSelectorEmpty() {
        super("dr-selector-empty", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        Place selector = spec.at("workloadSelector");
        if (selector.exists()
                && !selector.isHole()
                && selector.at("matchLabels").isEmpty()) {
            found.at(selector);
        }
    }
}
