package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the mesh around a route; all of it may be unknown. Answers always go before it.
 *
 * @param istioVersion the release that the mesh runs
 * @param dataPlane what carries the traffic of the applications
 * @param internalService whether a Service answers to the internal host
 * @param outboundPolicy what sidecars do with traffic that no resource knows
 * @param dnsCapture whether sidecars answer the DNS questions of their applications
 * @param rootNamespace whose DestinationRules hold for the whole mesh
 * @param services Services that exist besides those that were read
 * @param sidecars what Sidecars let the proxies of their namespaces know of
 */
public record Surroundings(
        Optional<IstioVersion> istioVersion,
        Optional<DataPlane> dataPlane,
        Optional<Boolean> internalService,
        Optional<OutboundPolicy> outboundPolicy,
        Optional<Boolean> dnsCapture,
        Optional<String> rootNamespace,
        List<KnownService> services,
        List<SidecarScope> sidecars) {
    /** Where Istio looks for rules of the whole mesh unless told otherwise. */
    public static final String USUAL_ROOT = "istio-system";

    private static final Surroundings UNKNOWN = new Surroundings(Optional.empty(), Optional.empty(), Optional.empty());

    public Surroundings {
        services = List.copyOf(services);
        sidecars = List.copyOf(sidecars);
    }

    /** Where nothing is known of the sidecars. */
    public Surroundings(
            Optional<IstioVersion> istioVersion, Optional<DataPlane> dataPlane, Optional<Boolean> internalService) {
        this(
                istioVersion,
                dataPlane,
                internalService,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    public static Surroundings unknown() {
        return UNKNOWN;
    }

    public Surroundings withIstioVersion(IstioVersion version) {
        return new Surroundings(
                Optional.of(version),
                dataPlane,
                internalService,
                outboundPolicy,
                dnsCapture,
                rootNamespace,
                services,
                sidecars);
    }

    public Surroundings withDataPlane(DataPlane carrier) {
        return new Surroundings(
                istioVersion,
                Optional.of(carrier),
                internalService,
                outboundPolicy,
                dnsCapture,
                rootNamespace,
                services,
                sidecars);
    }

    public Surroundings withInternalService(boolean exists) {
        return new Surroundings(
                istioVersion,
                dataPlane,
                Optional.of(exists),
                outboundPolicy,
                dnsCapture,
                rootNamespace,
                services,
                sidecars);
    }

    public Surroundings withOutboundPolicy(OutboundPolicy policy) {
        return new Surroundings(
                istioVersion,
                dataPlane,
                internalService,
                Optional.of(policy),
                dnsCapture,
                rootNamespace,
                services,
                sidecars);
    }

    public Surroundings withDnsCapture(boolean captured) {
        return new Surroundings(
                istioVersion,
                dataPlane,
                internalService,
                outboundPolicy,
                Optional.of(captured),
                rootNamespace,
                services,
                sidecars);
    }

    public Surroundings withRootNamespace(String namespace) {
        return new Surroundings(
                istioVersion,
                dataPlane,
                internalService,
                outboundPolicy,
                dnsCapture,
                Optional.of(namespace),
                services,
                sidecars);
    }

    public Surroundings withServices(List<KnownService> known) {
        return new Surroundings(
                istioVersion, dataPlane, internalService, outboundPolicy, dnsCapture, rootNamespace, known, sidecars);
    }

    public Surroundings withSidecars(List<SidecarScope> scopes) {
        return new Surroundings(
                istioVersion, dataPlane, internalService, outboundPolicy, dnsCapture, rootNamespace, services, scopes);
    }
}
