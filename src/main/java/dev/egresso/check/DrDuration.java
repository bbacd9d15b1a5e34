package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.math.BigDecimal;
import java.util.List;

/** Envoy counts in milliseconds, and a limit below one is none; what is no span of time at all the schema tells. */
final class DrDuration extends PolicyRule {
    private static final List<String> SPANS = List.of(
            "connectionPool.http.idleTimeout",
            "connectionPool.http.http2KeepAlive.interval",
            "connectionPool.http.http2KeepAlive.timeout",
            "connectionPool.tcp.connectTimeout",
            "connectionPool.tcp.maxConnectionDuration",
            "connectionPool.tcp.idleTimeout",
            "connectionPool.tcp.tcpKeepalive.time",
            "connectionPool.tcp.tcpKeepalive.interval",
            "loadBalancer.warmup.duration",
            "outlierDetection.baseEjectionTime",
            "outlierDetection.interval");

    /** These may be nothing at all, and only have to be spans. */
    private static final List<String> ANY = List.of(
            "connectionPool.tcp.idleTimeout",
            "loadBalancer.consistentHash.httpCookie.ttl",
            "retryBudget.budgetInterval");

    DrDuration() {
        super("dr-duration", Severity.ERROR);
    }

    @Override
    void checkPolicy(Place policy, Found found) {
        SPANS.stream()
                .map(way -> policy.at(way.split("\\.")))
                .filter(span -> Durations.millis(span.textOrEmpty()).isPresent()
                        && !Durations.isTaken(span.textOrEmpty())
                        && !isOff(span))
                .forEach(span -> found.at(span, "text", span.textOrEmpty()));
        ANY.stream()
                .map(way -> policy.at(way.split("\\.")))
                .filter(span -> span.text().isPresent()
                        && Durations.millis(span.textOrEmpty()).isEmpty())
                .forEach(span -> found.at(span, "text", span.textOrEmpty()));
    }

    /** None at all takes the limit away. */
    private static boolean isOff(Place span) {
        return span.key().equals("idleTimeout")
                && span.path().field().contains("tcp")
                && Durations.millis(span.textOrEmpty())
                        .filter(millis -> millis.abs().compareTo(BigDecimal.ONE) < 0)
                        .isPresent();
    }
}
