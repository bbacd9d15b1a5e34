package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A rewrite changes the path, the Host, or both. */
final class VsRewriteEmpty extends HttpRule {

    VsRewriteEmpty() {
        super("vs-rewrite-empty", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place rewrite = rule.at("rewrite");
        if (rewrite.exists()
                && Stream.of("uri", "authority")
                        .allMatch(field -> rewrite.at(field).isEmpty())
                && !rewrite.at("uriRegexRewrite").exists()) {
            found.at(rewrite, Fix.remove(rewrite));
        }
    }
}
