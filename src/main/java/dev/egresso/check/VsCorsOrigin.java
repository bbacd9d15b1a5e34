package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** An origin that is let in is named. */
final class VsCorsOrigin extends HttpRule {

    VsCorsOrigin() {
        super("vs-cors-origin", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        rule.at("corsPolicy", "allowOrigins").items().stream()
                .filter(origin -> !origin.isHole()
                        && Stream.of("exact", "prefix", "regex")
                                .allMatch(kind -> origin.at(kind).isEmpty()))
                .forEach(origin -> found.at(origin));
    }
}
