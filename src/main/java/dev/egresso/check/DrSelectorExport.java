package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A rule for chosen pods holds in their namespace only. */
final class DrSelectorExport extends DestinationRuleRule {

    DrSelectorExport() {
        super("dr-selector-export", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        Place exportTo = spec.at("exportTo");
        String own = spec.manifest().namespace();
        boolean beyond = exportTo.items().stream().anyMatch(name -> !name.is(".") && !name.is(own));
        if (spec.at("workloadSelector").exists() && beyond) {
            found.at(exportTo, Fix.remove(exportTo));
        }
    }
}
