package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Without resolution traffic goes where it was dialled, whatever pods are chosen. */
final class SeSelectorNone extends ServiceEntryRule {

    SeSelectorNone() {
        super("se-selector-none", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        boolean none = spec.at("resolution").isEmpty() || spec.at("resolution").is("NONE");
        if (none && spec.at("workloadSelector").exists()) {
            found.at(spec.at("workloadSelector"));
        }
    }
}
