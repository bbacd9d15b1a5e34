package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Limits of a connection pool are counted from nought. */
final class DrPoolNegative extends PolicyRule {
    private static final List<String> HTTP = List.of(
            "http1MaxPendingRequests",
            "http2MaxRequests",
            "maxRequestsPerConnection",
            "maxRetries",
            "maxConcurrentStreams");

    DrPoolNegative() {
        super("dr-pool-negative", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        Place pool = policy.at("connectionPool");
        Stream.concat(HTTP.stream().map(limit -> pool.at("http", limit)), Stream.of(pool.at("tcp", "maxConnections")))
                .filter(limit -> Decimals.isBelow(limit, "0"))
                .forEach(limit -> found.at(limit, "field", limit.key(), "value", limit.textOrEmpty()));
    }
}
