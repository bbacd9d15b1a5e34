package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A share of the traffic is none, all, or between. */
final class VsMirrorPercentage extends HttpRule {

    VsMirrorPercentage() {
        super("vs-mirror-percentage", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Stream.concat(
                        Stream.of(rule.at("mirrorPercent"), rule.at("mirrorPercentage", "value")),
                        rule.at("mirrors").items().stream().map(mirror -> mirror.at("percentage", "value")))
                .filter(VsMirrorPercentage::isOutside)
                .forEach(share -> found.at(share, "share", share.textOrEmpty()));
    }

    private static boolean isOutside(Place share) {
        return Decimals.isBelow(share, "0") || Decimals.isAbove(share, "100");
    }
}
