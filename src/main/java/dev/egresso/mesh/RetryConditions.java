package dev.egresso.mesh;

import java.util.Set;

/** On which failures a request may be tried again, in Envoy's words, which Istio's validation knows too. */
public final class RetryConditions {
    private static final Set<String> WORDS = Set.of(
            "5xx",
            "gateway-error",
            "reset",
            "reset-before-request",
            "connect-failure",
            "retriable-4xx",
            "refused-stream",
            "retriable-status-codes",
            "retriable-headers",
            "envoy-ratelimited",
            "http3-post-connect-failure",
            "cancelled",
            "deadline-exceeded",
            "internal",
            "resource-exhausted",
            "unavailable");

    /** The statuses that Go's {@code http.StatusText} knows, which is what Istio asks; ends of ranges in pairs. */
    private static final int[] STATUSES = {
        100, 103, 200, 208, 226, 226, 300, 305, 307, 308, 400, 418, 421, 426, 428, 429, 431, 431, 451, 451, 500, 508,
        510, 511
    };

    private RetryConditions() {}

    /** A word of Envoy's, or a status code. */
    public static boolean isKnown(String condition) {
        if (!condition.matches("[0-9]{3}")) {
            return WORDS.contains(condition);
        }
        int status = Integer.parseInt(condition);
        boolean known = false;
        for (int i = 0; i < STATUSES.length; i += 2) {
            known |= status >= STATUSES[i] && status <= STATUSES[i + 1];
        }
        return known;
    }
}
