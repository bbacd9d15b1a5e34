package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A redirect leads to a port that there is. */
final class VsRedirectPort extends HttpRule {

    VsRedirectPort() {
        super("vs-redirect-port", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place port = rule.at("redirect", "port");
        if (Ports.isOutside(port) && !port.is("0")) {
            found.at(port, "port", port.textOrEmpty());
        }
    }
}
