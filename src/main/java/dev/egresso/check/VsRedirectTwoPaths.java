package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A redirect replaces the whole path or its beginning. */
final class VsRedirectTwoPaths extends HttpRule {

    VsRedirectTwoPaths() {
        super("vs-redirect-two-paths", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place redirect = rule.at("redirect");
        if (!redirect.at("uri").isEmpty() && !redirect.at("prefixRewrite").isEmpty()) {
            found.at(redirect.at("prefixRewrite"), Fix.remove(redirect.at("prefixRewrite")));
        }
    }
}
