package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A redirect has to change something. */
final class VsRedirectEmpty extends HttpRule {

    VsRedirectEmpty() {
        super("vs-redirect-empty", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place redirect = rule.at("redirect");
        boolean changes = Stream.of("uri", "prefixRewrite", "authority", "scheme")
                        .anyMatch(part -> !redirect.at(part).isEmpty())
                || redirect.at("port").exists()
                || redirect.at("derivePort").exists();
        if (redirect.exists() && !redirect.isHole() && !changes) {
            found.at(redirect);
        }
    }
}
