package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A rewrite by expression needs what to look for and what to put there. */
final class VsRewriteRegexFields extends HttpRule {

    VsRewriteRegexFields() {
        super("vs-rewrite-regex-fields", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place rewrite = rule.at("rewrite", "uriRegexRewrite");
        if (rewrite.exists()) {
            Stream.of("match", "rewrite")
                    .filter(field -> rewrite.at(field).isEmpty())
                    .forEach(field -> found.at(rewrite.at(field), "field", field));
        }
    }
}
