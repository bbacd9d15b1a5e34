package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Envoy counts in milliseconds, and a limit below one is none. */
final class VsDuration extends HttpRule {

    VsDuration() {
        super("vs-duration", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Stream.of(
                        rule.at("timeout"),
                        rule.at("retries", "perTryTimeout"),
                        rule.at("retries", "backoff"),
                        rule.at("corsPolicy", "maxAge"),
                        rule.at("fault", "delay", "fixedDelay"))
                .filter(duration -> duration.text().isPresent() && !Durations.isTaken(duration.textOrEmpty()))
                .forEach(duration -> found.at(duration, Durations.inSeconds(duration), "text", duration.textOrEmpty()));
    }
}
