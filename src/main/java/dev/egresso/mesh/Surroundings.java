package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the mesh around a route; all of it may be unknown. Answers always go before it.
 *
 * @param istioVersion the release that the mesh runs
 * @param dataPlane what carries the traffic of the applications
 * @param internalService whether a Service answers to the internal host
 * @param mesh the settings of the whole mesh
 * @param services Services that exist besides those that were read
 * @param sidecars what Sidecars let the proxies of their namespaces know of
 * @param gateways that VirtualServices may name
 * @param filters EnvoyFilters, which may change anything
 * @param proxy what is known of the proxy of the app that calls
 */
public record Surroundings(
        Optional<IstioVersion> istioVersion,
        Optional<DataPlane> dataPlane,
        Optional<Boolean> internalService,
        MeshConfig mesh,
        List<KnownService> services,
        List<SidecarScope> sidecars,
        List<KnownGateway> gateways,
        List<KnownFilter> filters,
        ProxySettings proxy) {
    /** Where Istio looks for rules of the whole mesh unless told otherwise. */
    public static final String USUAL_ROOT = "istio-system";

    private static final Surroundings UNKNOWN = new Surroundings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            MeshConfig.unknown(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            ProxySettings.unknown());

    public Surroundings {
        services = List.copyOf(services);
        sidecars = List.copyOf(sidecars);
        gateways = List.copyOf(gateways);
        filters = List.copyOf(filters);
    }

    public static Surroundings unknown() {
        return UNKNOWN;
    }

    public Optional<OutboundPolicy> outboundPolicy() {
        return mesh.outboundPolicy();
    }

    public Optional<Boolean> dnsCapture() {
        return mesh.dnsCapture();
    }

    public Optional<String> rootNamespace() {
        return mesh.rootNamespace();
    }

    /** Who sees a resource that does not say; everybody if nothing is known. */
    public ExportDefaults exports() {
        return mesh.exports().orElse(ExportDefaults.NONE);
    }

    /** What is known once these are known too; what was told before stands. */
    public Surroundings with(Neighbours neighbours) {
        return new Surroundings(
                istioVersion,
                dataPlane,
                internalService,
                mesh.or(neighbours.mesh()),
                services,
                Neighbours.joined(sidecars, neighbours.sidecars()),
                Neighbours.joined(gateways, neighbours.gateways()),
                Neighbours.joined(filters, neighbours.filters()),
                proxy);
    }

    public Surroundings withIstioVersion(IstioVersion version) {
        return new Surroundings(
                Optional.of(version), dataPlane, internalService, mesh, services, sidecars, gateways, filters, proxy);
    }

    public Surroundings withDataPlane(DataPlane carrier) {
        return new Surroundings(
                istioVersion,
                Optional.of(carrier),
                internalService,
                mesh,
                services,
                sidecars,
                gateways,
                filters,
                proxy);
    }

    public Surroundings withInternalService(boolean exists) {
        return new Surroundings(
                istioVersion, dataPlane, Optional.of(exists), mesh, services, sidecars, gateways, filters, proxy);
    }

    public Surroundings withMesh(MeshConfig settings) {
        return new Surroundings(
                istioVersion, dataPlane, internalService, settings, services, sidecars, gateways, filters, proxy);
    }

    public Surroundings withOutboundPolicy(OutboundPolicy policy) {
        return withMesh(mesh.with(policy));
    }

    public Surroundings withDnsCapture(boolean captured) {
        return withMesh(mesh.withDnsCapture(captured));
    }

    public Surroundings withRootNamespace(String namespace) {
        return withMesh(mesh.withRootNamespace(namespace));
    }

    public Surroundings withServices(List<KnownService> known) {
        return new Surroundings(
                istioVersion, dataPlane, internalService, mesh, known, sidecars, gateways, filters, proxy);
    }

    public Surroundings withSidecars(List<SidecarScope> scopes) {
        return new Surroundings(
                istioVersion, dataPlane, internalService, mesh, services, scopes, gateways, filters, proxy);
    }

    public Surroundings withGateways(List<KnownGateway> known) {
        return new Surroundings(
                istioVersion, dataPlane, internalService, mesh, services, sidecars, known, filters, proxy);
    }

    public Surroundings withFilters(List<KnownFilter> known) {
        return new Surroundings(
                istioVersion, dataPlane, internalService, mesh, services, sidecars, gateways, known, proxy);
    }

    public Surroundings withProxy(ProxySettings settings) {
        return new Surroundings(
                istioVersion, dataPlane, internalService, mesh, services, sidecars, gateways, filters, settings);
    }
}
