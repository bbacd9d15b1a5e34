package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** The answer to a redirect has a code of its own family. */
final class VsRedirectCode extends HttpRule {

    VsRedirectCode() {
        super("vs-redirect-code", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place code = rule.at("redirect", "redirectCode");
        int number = code.number().orElse(0);
        if (number != 0 && (number < 300 || number > 399)) {
            found.at(code, "code", code.textOrEmpty());
        }
    }
}
