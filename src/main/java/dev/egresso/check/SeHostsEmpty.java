package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Without a host there is nothing that the mesh could come to know. */
final class SeHostsEmpty extends ServiceEntryRule {

    SeHostsEmpty() {
        super("se-hosts-empty", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        if (spec.at("hosts").isEmpty()) {
            found.at(spec.at("hosts"));
        }
    }
}
