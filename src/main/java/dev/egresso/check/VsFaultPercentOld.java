package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** The whole number for a share gave way to one with a fraction. */
final class VsFaultPercentOld extends HttpRule {

    VsFaultPercentOld() {
        super("vs-fault-percent-old", Severity.WARNING);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Stream.of("delay", "abort")
                .map(fault -> rule.at("fault", fault, "percent"))
                .filter(share -> Decimals.isAbove(share, "0"))
                .forEach(share -> found.at(share, "share", share.textOrEmpty()));
    }
}
