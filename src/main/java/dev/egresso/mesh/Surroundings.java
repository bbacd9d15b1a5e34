package dev.egresso.mesh;

import java.util.Optional;

/**
 * What is known of the mesh around a route; all of it may be unknown. Answers always go before it.
 *
 * @param istioVersion the release that the mesh runs
 * @param dataPlane what carries the traffic of the applications
 * @param internalService whether a Service answers to the internal host
 */
public record Surroundings(
        Optional<IstioVersion> istioVersion, Optional<DataPlane> dataPlane, Optional<Boolean> internalService) {

    public static Surroundings unknown() {
        return new Surroundings(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
