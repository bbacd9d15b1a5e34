package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Envoy counts shares in parts of a million. */
final class VsFaultPercentage extends HttpRule {

    VsFaultPercentage() {
        super("vs-fault-percentage", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Stream.of("abort", "delay")
                .map(fault -> rule.at("fault", fault, "percentage", "value"))
                .filter(VsFaultPercentage::isOutside)
                .forEach(share -> found.at(share, "share", share.textOrEmpty()));
    }

    private static boolean isOutside(Place share) {
        boolean tooFine = Decimals.isAbove(share, "0") && Decimals.isBelow(share, "0.0001");
        return tooFine || Decimals.isBelow(share, "0") || Decimals.isAbove(share, "100");
    }
}
