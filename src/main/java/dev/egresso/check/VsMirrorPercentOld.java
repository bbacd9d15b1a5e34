package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** The whole number for a share gave way to one with a fraction. */
final class VsMirrorPercentOld extends HttpRule {

    VsMirrorPercentOld() {
        super("vs-mirror-percent-old", Severity.WARNING);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place share = rule.at("mirrorPercent");
        if (share.exists() && !share.isHole()) {
            found.at(share, "share", share.textOrEmpty());
        }
    }
}
