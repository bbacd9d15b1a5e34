package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.RetryConditions;
import dev.egresso.mesh.Severity;

/** Retries have a number, and conditions that Envoy knows. */
final class VsRetry extends HttpRule {
    VsRetry() {
        super("vs-retry", Severity.ERROR);
    }

    @Override
    void checkHttp(Place rule, Found found) {

        Place retries = rule.at("retries");
        if (!retries.exists()) {
            return;
        }
        int attempts = retries.at("attempts").number().orElse(0);
        if (attempts < 0) {
            found.at(retries.at("attempts"), "what", attempts + " attempts are fewer than none");
        }
        boolean more = !retries.at("retryOn").isEmpty()
                || retries.at("perTryTimeout").exists()
                || retries.at("retryRemoteLocalities").exists();
        if (attempts == 0 && more && !retries.at("attempts").isHole()) {
            found.at(retries.at("attempts"), "what", "with 0 attempts nothing else can be set");
        }
        if (retries.at("retryOn").isEmpty()) {
            return;
        }
        for (String condition : retries.at("retryOn").textOrEmpty().split(",", -1)) {
            if (!RetryConditions.isKnown(condition)) {
                found.at(retries.at("retryOn"), "what", "Envoy knows no retry condition \"" + condition + "\"");
            }
        }
    }
}
