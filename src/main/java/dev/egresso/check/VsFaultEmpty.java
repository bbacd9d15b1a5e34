package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A fault is a delay, an abort, or both. */
final class VsFaultEmpty extends HttpRule {

    VsFaultEmpty() {
        super("vs-fault-empty", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place fault = rule.at("fault");
        if (fault.exists()
                && !fault.isHole()
                && !fault.at("abort").exists()
                && !fault.at("delay").exists()) {
            found.at(fault);
        }
    }
}
