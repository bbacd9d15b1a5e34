package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** To keep a connection alive Envoy has to know how often it asks and how long it waits. */
final class DrKeepalive extends PolicyRule {

    DrKeepalive() {
        super("dr-keepalive", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place keepAlive = policy.at("connectionPool", "http", "http2KeepAlive");
        Stream.of("interval", "timeout")
                .map(keepAlive::at)
                .filter(span -> keepAlive.exists() && !keepAlive.isHole() && !span.exists())
                .forEach(span -> found.at(span, "field", span.key()));
    }
}
