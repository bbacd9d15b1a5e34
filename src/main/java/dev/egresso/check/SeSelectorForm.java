package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A selector names labels in full. */
final class SeSelectorForm extends ServiceEntryRule {

    SeSelectorForm() {
        super("se-selector-form", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("workloadSelector", "labels").fields().stream()
                .filter(label -> label.key().isEmpty()
                        || label.key().contains("*")
                        || label.textOrEmpty().contains("*"))
                .forEach(label -> found.at(label, "label", label.key() + "=" + label.textOrEmpty()));
    }
}
