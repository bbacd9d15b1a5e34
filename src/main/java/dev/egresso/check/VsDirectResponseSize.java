package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.nio.charset.StandardCharsets;

/** A ready response travels to every sidecar with its configuration. */
final class VsDirectResponseSize extends HttpRule {
    private static final int LARGE = 100 * 1024;
    private static final int TOO_LARGE = 1024 * 1024;

    VsDirectResponseSize() {
        super("vs-direct-response-size", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {
        Place body = rule.at("directResponse", "body");
        int size = size(body);
        if (size > LARGE) {
            boolean refused = size > TOO_LARGE;
            found.as(
                    refused ? Severity.ERROR : Severity.WARNING,
                    body,
                    "size",
                    size / 1024 + " KB",
                    "what",
                    refused ? "which Istio refuses" : "which weighs on istiod");
        }
    }

    private static int size(Place body) {
        String bytes = body.at("bytes").textOrEmpty();
        if (bytes.isEmpty()) {
            return body.at("string").textOrEmpty().getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes.replaceAll("=+$", "").length() * 3 / 4;
    }
}
