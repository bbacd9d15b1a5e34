package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Set;

/** An abort answers with a status of HTTP or gRPC. */
final class VsFaultStatus extends HttpRule {
    private static final int LOWEST = 200;
    private static final int HIGHEST = 600;
    /** The words of gRPC's status codes. */
    private static final Set<String> GRPC = Set.of(
            "OK",
            "CANCELLED",
            "UNKNOWN",
            "INVALID_ARGUMENT",
            "DEADLINE_EXCEEDED",
            "NOT_FOUND",
            "ALREADY_EXISTS",
            "PERMISSION_DENIED",
            "RESOURCE_EXHAUSTED",
            "FAILED_PRECONDITION",
            "ABORTED",
            "OUT_OF_RANGE",
            "UNIMPLEMENTED",
            "INTERNAL",
            "UNAVAILABLE",
            "DATA_LOSS",
            "UNAUTHENTICATED");

    VsFaultStatus() {
        super("vs-fault-status", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place abort = rule.at("fault", "abort");
        Place http = abort.at("httpStatus");
        Place grpc = abort.at("grpcStatus");
        int status = http.number().orElse(LOWEST);
        if (status < LOWEST || status > HIGHEST) {
            found.at(http, "what", "HTTP has no status " + http.textOrEmpty());
        }
        if (grpc.exists() && !grpc.isHole() && !GRPC.contains(grpc.textOrEmpty())) {
            found.at(grpc, "what", "gRPC has no status \"" + grpc.textOrEmpty() + "\"");
        }
        if (abort.at("http2Error").exists()) {
            found.at(abort.at("http2Error"), "what", "Istio aborts nothing with an error of HTTP/2");
        }
    }
}
