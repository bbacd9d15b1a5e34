package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the mesh around a route; all of it may be unknown. Answers always go before it.
 *
 * @param istioVersion the release that the mesh runs
 * @param dataPlane what carries the traffic of the applications
 * @param internalService whether a Service answers to the internal host
 * @param services Services that exist besides those that were read
 * @param neighbours resources that are no part of the route and yet have a say in it, and the settings of the mesh
 * @param proxy what is known of the proxy of the app that calls
 * @param inventory what stands in the cluster that the route is for
 */
public record Surroundings(
        Optional<IstioVersion> istioVersion,
        Optional<DataPlane> dataPlane,
        Optional<Boolean> internalService,
        List<KnownService> services,
        Neighbours neighbours,
        ProxySettings proxy,
        Inventory inventory) {
    /** Where Istio looks for rules of the whole mesh unless told otherwise. */
    public static final String USUAL_ROOT = "istio-system";

    private static final Surroundings UNKNOWN = new Surroundings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Neighbours.none(),
            ProxySettings.unknown(),
            Inventory.none());

    public Surroundings {
        services = List.copyOf(services);
    }

    public static Surroundings unknown() {
        return UNKNOWN;
    }

    /** The settings of the whole mesh. */
    public MeshConfig mesh() {
        return neighbours.mesh();
    }

    /** What Sidecars let the proxies of their namespaces know of. */
    public List<SidecarScope> sidecars() {
        return neighbours.sidecars();
    }

    /** Those that VirtualServices may name. */
    public List<KnownGateway> gateways() {
        return neighbours.gateways();
    }

    /** EnvoyFilters, which may change anything. */
    public List<KnownFilter> filters() {
        return neighbours.filters();
    }

    public Optional<OutboundPolicy> outboundPolicy() {
        return mesh().outboundPolicy();
    }

    public Optional<Boolean> dnsCapture() {
        return mesh().dnsCapture();
    }

    public Optional<String> rootNamespace() {
        return mesh().rootNamespace();
    }

    /** Who sees a resource that does not say; everybody if nothing is known. */
    public ExportDefaults exports() {
        return mesh().exports().orElse(ExportDefaults.NONE);
    }

    /** What is known once these are known too; what was told before stands. */
    public Surroundings with(Neighbours others) {
        return knowing(Neighbours.all(List.of(neighbours, others)));
    }

    private Surroundings knowing(Neighbours all) {
        return new Surroundings(istioVersion, dataPlane, internalService, services, all, proxy, inventory);
    }

    public Surroundings withMesh(MeshConfig settings) {
        return knowing(neighbours.with(settings));
    }

    public Surroundings withOutboundPolicy(OutboundPolicy policy) {
        return withMesh(mesh().with(policy));
    }

    public Surroundings withDnsCapture(boolean captured) {
        return withMesh(mesh().withDnsCapture(captured));
    }

    public Surroundings withRootNamespace(String namespace) {
        return withMesh(mesh().withRootNamespace(namespace));
    }

    public Surroundings withIstioVersion(IstioVersion version) {
        return new Surroundings(
                Optional.of(version), dataPlane, internalService, services, neighbours, proxy, inventory);
    }

    public Surroundings withDataPlane(DataPlane carrier) {
        return new Surroundings(
                istioVersion, Optional.of(carrier), internalService, services, neighbours, proxy, inventory);
    }

    public Surroundings withInternalService(boolean exists) {
        return new Surroundings(istioVersion, dataPlane, Optional.of(exists), services, neighbours, proxy, inventory);
    }

    public Surroundings withServices(List<KnownService> known) {
        return new Surroundings(istioVersion, dataPlane, internalService, known, neighbours, proxy, inventory);
    }

    public Surroundings withProxy(ProxySettings settings) {
        return new Surroundings(istioVersion, dataPlane, internalService, services, neighbours, settings, inventory);
    }

    public Surroundings withInventory(Inventory found) {
        return new Surroundings(istioVersion, dataPlane, internalService, services, neighbours, proxy, found);
    }
}
