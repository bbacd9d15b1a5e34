package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** The path is compared without the query. */
final class VsMatchHasQuery extends HttpRule {

    VsMatchHasQuery() {
        super("vs-match-has-query", Severity.WARNING);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        for (Place match : rule.at("match").items()) {
            Stream.of("exact", "prefix", "regex")
                    .map(kind -> match.at("uri", kind))
                    .filter(path -> path.key().equals("regex")
                            ? path.textOrEmpty().matches(".*(?:\\\\\\?|\\[\\?]|#).*")
                            : path.textOrEmpty().matches(".*[?#].*"))
                    .forEach(path -> found.at(path, "path", path.textOrEmpty()));
        }
    }
}
