package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Browsers ask for headers by their names. */
final class VsCorsHeader extends HttpRule {

    VsCorsHeader() {
        super("vs-cors-header", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Stream.of("allowHeaders", "exposeHeaders")
                .flatMap(list -> rule.at("corsPolicy", list).items().stream())
                .filter(name -> !name.isHole() && !HeaderName.isToken(name.textOrEmpty()))
                .forEach(name -> found.at(name, "name", name.textOrEmpty()));
    }
}
