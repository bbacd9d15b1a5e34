package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Of delays Istio knows the fixed one only. */
final class VsFaultDelay extends HttpRule {

    VsFaultDelay() {
        super("vs-fault-delay", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place growing = rule.at("fault", "delay", "exponentialDelay");
        if (growing.exists()) {
            found.at(growing);
        }
    }
}
