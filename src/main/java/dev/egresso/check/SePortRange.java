package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** TCP has ports from 1 to 65535. */
final class SePortRange extends ServiceEntryRule {

    SePortRange() {
        super("se-port-range", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        for (Place port : spec.at("ports").items()) {
            Stream.of(port.at("number"), port.at("targetPort"))
                    .filter(Ports::isOutside)
                    .forEach(number -> found.at(number, "port", number.textOrEmpty()));
        }
        for (Place endpoint : spec.at("endpoints").items()) {
            endpoint.at("ports").fields().stream()
                    .filter(Ports::isOutside)
                    .forEach(number -> found.at(number, "port", number.textOrEmpty()));
        }
    }
}
