package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** An abort that says no status aborts nothing. */
final class VsFaultNoStatus extends HttpRule {

    VsFaultNoStatus() {
        super("vs-fault-no-status", Severity.WARNING);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place abort = rule.at("fault", "abort");
        boolean says = Stream.of("httpStatus", "grpcStatus", "http2Error")
                .anyMatch(status -> abort.at(status).exists());
        if (abort.exists() && !abort.isHole() && !says) {
            found.at(abort);
        }
    }
}
