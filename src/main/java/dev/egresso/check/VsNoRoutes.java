package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** A VirtualService consists of rules for http, tls or tcp. */
final class VsNoRoutes extends VirtualServiceRule {

    VsNoRoutes() {
        super("vs-no-routes", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        if (Stream.of("http", "tls", "tcp").allMatch(block -> spec.at(block).isEmpty())) {
            found.at(spec.at("http"));
        }
    }
}
