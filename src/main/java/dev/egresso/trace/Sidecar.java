package dev.egresso.trace;

import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.SidecarScope;
import dev.egresso.mesh.Surroundings;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What istiod tells the proxy of the caller: the services and rules that its namespace sees, and the mesh's settings. */
final class Sidecar {
    /** Which Host header the SNI and the name in the certificate are taken from, where no rule writes them. */
    enum NameSource {
        NONE,
        AS_SENT_BY_APP,
        AS_SENT_ON
    }

    private final Registry registry;
    private final String namespace;
    private final Surroundings surroundings;
    private final boolean waypoint;
    private final Optional<SidecarScope> scope;
    private final List<MeshService> imported;
    private final List<MeshService> services;
    private final List<VirtualService> virtualServices;

    Sidecar(Registry registry, String namespace, Surroundings surroundings) {
        this(registry, namespace, surroundings, false);
    }

    private Sidecar(Registry registry, String namespace, Surroundings surroundings, boolean waypoint) {
        this.waypoint = waypoint;
        this.registry = registry;
        this.namespace = namespace;
        this.surroundings = surroundings;
        this.scope = isAmbient()
                ? Optional.empty()
                : SidecarScope.of(
                        surroundings.sidecars(),
                        namespace,
                        registry.rootNamespace(),
                        surroundings.proxy().labels());
        this.virtualServices = registry.virtualServicesVisibleFrom(namespace).stream()
                .filter(rule ->
                        scope.map(in -> in.obeys(rule.namespace(), hosts(rule))).orElse(true))
                .toList();
        this.imported = isAmbient()
                ? everyService()
                : registry.servicesSeenFrom(namespace, service -> scope.map(in -> in.imports(service))
                        .orElse(true));
        this.services = isAmbient() ? imported : withDestinations(imported);
    }

    /** In an ambient mesh {@code exportTo} of a ServiceEntry is not heeded; of one host the own namespace goes first. */
    private List<MeshService> everyService() {
        Map<HostName, MeshService> all = new LinkedHashMap<>();
        registry.services()
                .forEach(service -> all.merge(
                        service.host(),
                        service,
                        (first, second) -> !first.namespace().equals(namespace)
                                        && second.namespace().equals(namespace)
                                ? second
                                : first));
        return List.copyOf(all.values());
    }

    boolean isAmbient() {
        return surroundings.dataPlane().filter(DataPlane.AMBIENT::equals).isPresent();
    }

    /** The proxy before a service of a namespace, in an ambient mesh. */
    Sidecar asWaypoint(String ofNamespace) {
        return new Sidecar(registry, ofNamespace, surroundings, true);
    }

    boolean isWaypoint() {
        return waypoint;
    }

    /** Whether a waypoint stands before the service that is called, if that was told. */
    Optional<Boolean> waypoint() {
        return surroundings.proxy().waypoint();
    }

    private static List<HostName> hosts(VirtualService rule) {
        return rule.hosts().stream().map(VirtualService.Host::name).toList();
    }

    /**
     * The services that a rule leads to are let in with it: of the own namespace, whoever they are exported to, else of the
     * first that shows one ({@code collectImportedServices}).
     */
    private List<MeshService> withDestinations(List<MeshService> let) {
        if (!narrows() && registry.services().stream().allMatch(service -> service.isVisibleFrom(namespace))) {
            return let;
        }
        List<MeshService> all = new ArrayList<>(let);
        Set<HostName> there = new HashSet<>();
        let.forEach(service -> there.add(service.host()));
        for (VirtualService rule : virtualServices) {
            destinations(rule).filter(host -> !there.contains(host)).forEach(host -> registry.services(host).stream()
                    .filter(service -> reaches(rule, service))
                    .filter(service -> service.namespace().equals(namespace) || service.isVisibleFrom(namespace))
                    .min(Comparator.comparing((MeshService service) ->
                                    !service.namespace().equals(namespace))
                            .thenComparing(MeshService::namespace))
                    .ifPresent(service -> {
                        all.add(service);
                        there.add(host);
                    }));
        }
        return all;
    }

    /** A listener for one port alone lets in with its rules only what has that port ({@code serviceMatchingListenerPort}). */
    private boolean reaches(VirtualService rule, MeshService service) {
        return scope.stream()
                        .flatMap(in -> in.egress().stream())
                        .filter(listener -> listener.obeys(namespace, rule.namespace(), hosts(rule)))
                        .anyMatch(listener -> listener.port().isEmpty()
                                || service.port(listener.port().getAsInt()).isPresent())
                || !narrows();
    }

    private Stream<HostName> destinations(VirtualService rule) {
        Stream<HostName> read = HttpRule.of(rule, this).stream().flatMap(http -> http.at("route").items().stream()
                .map(entry -> http.owner().destination(entry.at("destination"))));
        Stream<HostName> passed = Stream.of(rule.tls(), rule.tcp())
                .flatMap(List::stream)
                .flatMap(entry -> entry.at("route").items().stream())
                .map(entry -> rule.destination(entry.at("destination")));
        return Stream.concat(read, passed);
    }

    Registry registry() {
        return registry;
    }

    String namespace() {
        return namespace;
    }

    /** All that it has clusters for. */
    List<MeshService> services() {
        return services;
    }

    /** What it listens and has virtual hosts for on a port. */
    List<MeshService> services(int port) {
        return narrows()
                ? imported.stream()
                        .filter(service -> scope.orElseThrow().knows(service.namespace(), service.host(), port))
                        .toList()
                : imported;
    }

    /** The service of a host; of several ServiceEntries the one with the port, if any has it. */
    Optional<MeshService> service(HostName host, int port) {
        MeshService found = null;
        for (MeshService service : services) {
            if (service.host().equals(host)) {
                if (service.port(port).isPresent()) {
                    return Optional.of(service);
                }
                found = found == null ? service : found;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The rules that it obeys on a port. */
    List<VirtualService> virtualServices(int port) {
        return narrows()
                ? virtualServices.stream()
                        .filter(rule -> scope.orElseThrow().obeys(rule.namespace(), hosts(rule), port))
                        .toList()
                : virtualServices;
    }

    private boolean narrows() {
        return scope.filter(in -> !in.egress().isEmpty()).isPresent();
    }

    /** The Sidecar that keeps a host from it, which it would see otherwise. */
    Optional<SidecarScope> hides(List<HostName> names, int port) {
        boolean exists = registry.servicesVisibleFrom(namespace).stream()
                .anyMatch(service -> service.port(port).isPresent()
                        && names.stream().anyMatch(service.host().lower()::covers));
        boolean known = services(port).stream()
                .anyMatch(service -> names.stream().anyMatch(service.host().lower()::covers));
        return scope.filter(in -> exists && !known);
    }

    /** Names what the way depends on and nobody said. */
    void noteCarrier(Walk walk) {
        if (surroundings.dataPlane().isEmpty()) {
            walk.assume("data-plane", DataPlane.SIDECAR.word());
        }
        surroundings.filters().stream()
                .filter(filter -> filter.namespace().equals(namespace)
                        || filter.namespace().equals(registry.rootNamespace()))
                .forEach(filter -> walk.assume("envoy-filter", filter.toString()));
        boolean unclear = surroundings.proxy().labels().isEmpty()
                && surroundings.sidecars().stream()
                        .anyMatch(sidecar -> sidecar.selectsWorkloads()
                                && sidecar.namespace().equals(namespace));
        if (unclear) {
            walk.assume("sidecar", scope.map(SidecarScope::name).orElse("none"));
        }
    }

    /** A Sidecar as sentences name it, with where it was read. */
    static String named(SidecarScope scope) {
        return scope.namespace() + "/" + scope.name()
                + scope.read()
                        .map(read -> " (" + read.file() + ":" + read.line() + ")")
                        .orElse("");
    }

    /** The DestinationRule for connections to a service. */
    Optional<DestinationRule> policy(MeshService service, Walk walk) {
        Optional<DestinationRule> rule = registry.destinationRule(
                service,
                namespace,
                found -> hasLabels(found.workloadSelector().at("matchLabels").fields(), walk));
        boolean ofMesh = rule.filter(found -> found.namespace().equals(registry.rootNamespace()))
                .filter(found -> !found.namespace().equals(namespace)
                        && !found.namespace().equals(service.namespace()))
                .isPresent();
        if (ofMesh && surroundings.rootNamespace().isEmpty()) {
            walk.assume("root-namespace", registry.rootNamespace());
        }
        return rule;
    }

    boolean answersDns(Walk walk) {
        if (surroundings.dnsCapture().isEmpty()) {
            walk.assume("dns-capture", Boolean.toString(capturesDns()));
        } else if (capturesDns()
                && !getsAddresses()
                && surroundings.proxy().allocatesAddresses().isEmpty()) {
            walk.assume("auto-allocate", "false");
        }
        return capturesDns();
    }

    /** Sidecars do not unless they are told to; ztunnel does from Istio 1.25 on. */
    boolean capturesDns() {
        return surroundings.dnsCapture().orElse(isAmbient() && newerThan(IstioVersion.ADDRESS_ALLOCATION));
    }

    private boolean newerThan(IstioVersion version) {
        return surroundings.istioVersion().map(own -> !own.before(version)).orElse(true);
    }

    /** Whether it gets addresses for ServiceEntries that have none. */
    boolean getsAddresses() {
        boolean newer = newerThan(IstioVersion.ADDRESS_ALLOCATION);
        return (capturesDns() || waypoint)
                && (newer || surroundings.proxy().allocatesAddresses().orElse(false));
    }

    boolean acceptsHttp10(Walk walk) {
        if (surroundings.proxy().acceptsHttp10().isEmpty()) {
            walk.assume("http10", "false");
        }
        return surroundings.proxy().acceptsHttp10().orElse(false);
    }

    /** What a Sidecar says goes before what the mesh does. */
    OutboundPolicy policy(Walk walk) {
        Optional<OutboundPolicy> own = scope.flatMap(SidecarScope::outboundPolicy);
        if (own.isPresent()) {
            return own.get();
        }
        if (surroundings.outboundPolicy().isEmpty()) {
            walk.assume("outbound-policy", OutboundPolicy.ALLOW_ANY.name());
        }
        return surroundings.outboundPolicy().orElse(OutboundPolicy.ALLOW_ANY);
    }

    NameSource nameSource(Walk walk) {
        IstioVersion version = version(walk);
        if (version.before(IstioVersion.HOST_AS_SNI)) {
            return NameSource.NONE;
        }
        return version.before(IstioVersion.AUTO_SNI) ? NameSource.AS_SENT_BY_APP : NameSource.AS_SENT_ON;
    }

    /** Whether certificates are checked where no file of authorities is named. */
    boolean trustsSystem(Walk walk) {
        return !version(walk).before(IstioVersion.SYSTEM_TRUST);
    }

    private IstioVersion version(Walk walk) {
        if (surroundings.istioVersion().isEmpty()) {
            walk.assume("istio", "newest");
        }
        return surroundings.istioVersion().orElse(IstioVersion.NEWEST);
    }

    /** Whether the caller has these labels; where nobody says so, it is taken to be one of those that are meant. */
    boolean hasLabels(List<Place> labels, Walk walk) {
        Optional<Map<String, String>> known = surroundings.proxy().labels();
        if (labels.isEmpty() || known.isPresent()) {
            return labels.stream().allMatch(label -> label.textOrEmpty()
                    .equals(known.orElseThrow().get(label.key())));
        }
        walk.assume(
                "labels",
                labels.stream()
                        .map(label -> label.key() + "=" + label.textOrEmpty())
                        .sorted()
                        .collect(Collectors.joining(",")));
        return true;
    }
}
