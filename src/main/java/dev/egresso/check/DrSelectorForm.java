package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A selector names labels in full. */
final class DrSelectorForm extends DestinationRuleRule {

    DrSelectorForm() {
        super("dr-selector-form", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("workloadSelector", "matchLabels").fields().stream()
                .filter(label -> label.key().isEmpty()
                        || label.key().length() > 63
                        || label.key().contains("*")
                        || label.textOrEmpty().contains("*")
                        || label.textOrEmpty().length() > 63)
                .forEach(label -> found.at(label, "label", label.key() + "=" + label.textOrEmpty()));
    }
}
