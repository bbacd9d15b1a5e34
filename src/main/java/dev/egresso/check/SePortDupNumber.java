package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** Routes refer to a port by its number. */
final class SePortDupNumber extends ServiceEntryRule {

    SePortDupNumber() {
        super("se-port-dup-number", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        Repeats.in(spec.at("ports"), "number").forEach(number -> {
            Place port = number.above().orElseThrow();
            found.at(
                    number,
                    saysTheSameAgain(port, spec) ? Optional.of(Fix.remove(port)) : Optional.empty(),
                    "port",
                    number.textOrEmpty());
        });
    }

    private static boolean saysTheSameAgain(Place port, Place spec) {
        Place first = spec.at("ports").items().stream()
                .filter(other -> other.at("number").is(port.at("number").textOrEmpty()))
                .findFirst()
                .orElseThrow();
        boolean same = Stream.of("protocol", "targetPort")
                .allMatch(field ->
                        first.at(field).textOrEmpty().equals(port.at(field).textOrEmpty()));
        String name = port.at("name").textOrEmpty();
        return same && (first.at("name").is(name) || !new PortNames(spec).isReferredTo(name));
    }
}
