package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** The names of ports tell them apart. */
final class SePortDupName extends ServiceEntryRule {

    SePortDupName() {
        super("se-port-dup-name", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        Repeats.in(spec.at("ports"), "name").forEach(name -> found.at(name, "name", name.textOrEmpty()));
    }
}
