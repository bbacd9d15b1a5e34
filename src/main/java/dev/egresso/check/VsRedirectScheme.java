package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A redirect leads to http or https. */
final class VsRedirectScheme extends HttpRule {

    VsRedirectScheme() {
        super("vs-redirect-scheme", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place scheme = rule.at("redirect", "scheme");
        if (!scheme.isEmpty() && !scheme.isHole() && !scheme.is("http") && !scheme.is("https")) {
            found.at(scheme, "scheme", scheme.textOrEmpty());
        }
    }
}
