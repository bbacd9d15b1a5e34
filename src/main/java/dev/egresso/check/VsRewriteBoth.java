package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A path is rewritten in one way. */
final class VsRewriteBoth extends HttpRule {

    VsRewriteBoth() {
        super("vs-rewrite-both", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place rewrite = rule.at("rewrite");
        if (!rewrite.at("uri").isEmpty() && rewrite.at("uriRegexRewrite").exists()) {
            found.at(rewrite.at("uriRegexRewrite"));
        }
    }
}
