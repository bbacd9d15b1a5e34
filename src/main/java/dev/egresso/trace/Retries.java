package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How often a request that fails is tried again, which adds a flag to what the access log says.
 *
 * @param attempts after the first
 * @param conditions on which it is tried again, as {@code retryOn} has them
 */
record Retries(int attempts, String conditions) {
    /** What istiod asks for unless a rule says otherwise ({@code pilot/pkg/networking/core/route/retry}). */
    static final Retries USUAL =
            new Retries(2, "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes");

    /** The conditions that a connection which cannot be made meets; a status that is named is that of an answer. */
    private static final Set<String> INCLUDING =
            Set.of("connect-failure", "5xx", "gateway-error", "reset", "reset-before-request");

    static Retries of(Place retries) {
        if (!retries.exists()) {
            return USUAL;
        }
        int attempts = retries.at("attempts").number().orElse(0);
        Optional<String> own = retries.at("retryOn").text().filter(text -> !text.isBlank());
        return new Retries(Math.max(0, attempts), own.orElse(USUAL.conditions).replace(" ", ""));
    }

    private List<String> each() {
        return Arrays.asList(conditions.split(","));
    }

    /** The flags of a connection that could not be made. */
    String unreachable() {
        return attempts > 0 && each().stream().anyMatch(INCLUDING::contains) ? "UF,URX" : "UF";
    }
}
