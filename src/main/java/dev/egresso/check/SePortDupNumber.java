package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Routes refer to a port by its number. */
final class SePortDupNumber extends ServiceEntryRule {

    SePortDupNumber() {
        super("se-port-dup-number", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        Repeats.in(spec.at("ports"), "number").forEach(number -> found.at(number, "port", number.textOrEmpty()));
    }
}
