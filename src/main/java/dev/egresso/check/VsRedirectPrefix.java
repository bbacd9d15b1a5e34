package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Only a beginning that was matched can be replaced. */
final class VsRedirectPrefix extends HttpRule {

    VsRedirectPrefix() {
        super("vs-redirect-prefix", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        boolean replaces = !rule.at("redirect", "prefixRewrite").isEmpty();
        rule.at("match").items().stream()
                .map(match -> match.at("uri"))
                .filter(uri -> replaces && uri.exists() && !uri.at("prefix").exists())
                .forEach(uri -> found.at(uri));
    }
}
