package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a connection that fails is tried again, which adds a flag to what the access log says.
 *
 * @param onConnectFailure unless a rule says otherwise, istiod asks for two more attempts
 */
record Retries(boolean onConnectFailure) {
    static final Retries USUAL = new Retries(true);
    private static final Set<String> INCLUDING = Set.of("connect-failure", "5xx", "gateway-error", "reset", "503");

    static Retries of(Place retries) {
        if (!retries.exists()) {
            return USUAL;
        }
        if (retries.at("attempts").number().orElse(0) <= 0) {
            return new Retries(false);
        }
        Optional<String> conditions = retries.at("retryOn").text().filter(text -> !text.isBlank());
        return conditions
                .map(text -> new Retries(java.util.List.of(text.replace(" ", "").split(",")).stream()
                        .anyMatch(INCLUDING::contains)))
                .orElse(USUAL);
    }

    /** The flags of a connection that could not be made. */
    String unreachable() {
        return onConnectFailure ? "UF,URX" : "UF";
    }
}
