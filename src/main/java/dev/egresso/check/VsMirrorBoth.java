package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Copies go to one destination or to those of a list. */
final class VsMirrorBoth extends HttpRule {

    VsMirrorBoth() {
        super("vs-mirror-both", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        if (rule.at("mirror").exists()
                && !rule.at("mirrors").isEmpty()
                && !rule.at("delegate").exists()) {
            found.at(rule.at("mirror"));
        }
    }
}
