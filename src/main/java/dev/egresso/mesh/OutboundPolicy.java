package dev.egresso.mesh;

import java.util.Optional;

/** What a sidecar does with traffic that no resource knows ({@code outboundTrafficPolicy.mode} of the mesh). */
public enum OutboundPolicy {
    /** It goes where the application dialled. */
    ALLOW_ANY,
    /** It goes to the host that the request names, looked up for each request. */
    ALLOW_ANY_DYNAMIC_DNS,
    /** It goes nowhere. */
    REGISTRY_ONLY;

    public static Optional<OutboundPolicy> named(String word) {
        for (OutboundPolicy policy : values()) {
            if (policy.name().equalsIgnoreCase(word)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
