package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;

/** The Host is set in one place. */
final class VsAuthorityTwice extends HttpRule {

    VsAuthorityTwice() {
        super("vs-authority-twice", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        List<Place> headers = Route.hostHeaders(rule).toList();
        boolean rewritten = !rule.at("rewrite", "authority").isEmpty();
        headers.stream().skip(rewritten ? 0 : 1).forEach(header -> found.at(header, Fix.remove(header)));
    }
}
