package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A match names a header of HTTP, a part of the request line with its colon, or a claim. */
final class VsMatchHeaderName extends HttpRule {
    private static boolean isName(String name) {
        return HeaderName.isToken(name) || HeaderName.isPseudo(name) || HeaderName.isClaim(name);
    }

    VsMatchHeaderName() {
        super("vs-match-header-name", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        for (Place match : rule.at("match").items()) {
            Stream.of("headers", "withoutHeaders")
                    .flatMap(name -> match.at(name).fields().stream())
                    .filter(header -> !isName(header.key()))
                    .forEach(header -> found.at(header, "name", header.key()));
        }
    }
}
