package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;

/** The names of ports tell them apart. */
final class SePortDupName extends ServiceEntryRule {

    SePortDupName() {
        super("se-port-dup-name", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        PortNames names = new PortNames(spec);
        Repeats.in(spec.at("ports"), "name").forEach(name -> {
            String text = name.textOrEmpty();
            String number = name.above().orElseThrow().at("number").textOrEmpty();
            Optional<Fix> apart =
                    names.isReferredTo(text) ? Optional.empty() : names.renamed(name, text + "-" + number);
            found.at(name, apart, "name", text);
        });
    }
}
