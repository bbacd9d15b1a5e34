package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A ready response has a status that HTTP knows. */
final class VsDirectResponseStatus extends HttpRule {
    private static final int LOWEST = 200;
    /** Istio takes one more than HTTP has. */
    private static final int HIGHEST = 600;

    VsDirectResponseStatus() {
        super("vs-direct-response-status", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place response = rule.at("directResponse");
        Place status = response.at("status");
        int number = status.number().orElse(0);
        if (response.exists() && !status.isHole() && (number < LOWEST || number > HIGHEST)) {
            found.at(status, "status", status.exists() ? status.textOrEmpty() : "nothing");
        }
    }
}
