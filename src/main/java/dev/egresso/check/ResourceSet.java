package dev.egresso.check;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Namespace;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.SidecarScope;
import dev.egresso.mesh.Surroundings;
import dev.egresso.schema.Nearest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resources that are looked at together, with the ways through them worked out once for all rules. */
final class ResourceSet {
    /** What is written wrong is remembered among as many hosts, which keeps large sets fast. */
    private static final int FEW = 50;

    /** So many letters may differ between a host and what was meant to be it. */
    private static final int SLIPS = 2;

    /** Who asks for which host. */
    private record Asked(HostName host, String caller) {}

    private final Registry registry;
    private final Surroundings surroundings;
    private final Map<Kind, List<Place>> specs = new EnumMap<>(Kind.class);
    private final Map<Asked, Optional<MeshService>> chosen = new HashMap<>();
    private final Map<HostName, List<MeshService>> offered = new HashMap<>();
    private final List<Route> routes;
    private final List<Route> copies;
    private final List<Target> targets;
    private final Map<HostName, List<Target>> targetsByHost;
    private final Map<String, List<SidecarScope>> sidecars;
    private final Set<String> namespacesWithServices;
    private final List<String> misspelt;
    private final StrayRules strayRules;
    private final List<Deviation> deviations;

    ResourceSet(List<Manifest> manifests, Surroundings surroundings) {
        this.surroundings = surroundings;
        registry = Registry.of(manifests, surroundings, Namespace.DEFAULT.name());
        sidecars = surroundings.sidecars().stream().collect(Collectors.groupingBy(SidecarScope::namespace));
        for (Kind kind : Kind.values()) {
            specs.put(
                    kind,
                    registry.all(kind).stream()
                            .map(manifest -> Place.of(manifest).at("spec"))
                            .toList());
        }
        routes = registry.virtualServices().stream().flatMap(Route::of).toList();
        copies = registry.virtualServices().stream().flatMap(Route::copies).toList();
        targets = routes.stream()
                .filter(Route::isKnown)
                .flatMap(route -> target(route).stream())
                .toList();
        targetsByHost = targets.stream()
                .collect(Collectors.groupingBy(target -> target.route().host(), HashMap::new, Collectors.toList()));
        namespacesWithServices =
                registry.all(Kind.SERVICE).stream().map(Manifest::namespace).collect(Collectors.toSet());
        misspelt = specs(Kind.SERVICE_ENTRY).stream()
                .flatMap(spec -> spec.at("hosts").items().stream())
                .flatMap(ResourceSet::misspelt)
                .limit(FEW)
                .toList();
        strayRules = new StrayRules(this);
        deviations = manifests.stream()
                .flatMap(manifest -> Deviations.of(manifest).stream())
                .toList();
    }

    Registry registry() {
        return registry;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The Sidecar for all pods of a namespace: its own, else that of the root namespace. */
    Optional<SidecarScope> sidecarOf(String namespace) {
        String root = registry.rootNamespace();
        List<SidecarScope> there = Stream.of(namespace, root)
                .distinct()
                .flatMap(place -> sidecars.getOrDefault(place, List.of()).stream())
                .toList();
        return SidecarScope.of(there, namespace, root, surroundings.proxy().labels());
    }

    /** The {@code spec} of each resource of a kind. */
    List<Place> specs(Kind kind) {
        return specs.get(kind);
    }

    List<Route> routes() {
        return routes;
    }

    /** The ways of mirrored requests. */
    List<Route> copies() {
        return copies;
    }

    /** Where the routes lead, as far as the set holds it. */
    List<Target> targets() {
        return targets;
    }

    /** The routes that lead to a host, named as they name it. */
    List<Target> targetsAt(HostName host) {
        return targetsByHost.getOrDefault(host, List.of());
    }

    /** What answers to a host for an application in a namespace: its own entry, else one for a wildcard over it. */
    Optional<MeshService> service(HostName host, String caller) {
        return chosen.computeIfAbsent(new Asked(host, caller), asked -> choose(host, caller));
    }

    private Optional<MeshService> choose(HostName host, String caller) {
        Optional<MeshService> exact = registry.service(host, caller);
        return exact.isPresent()
                ? exact
                : offers(host).stream()
                        .filter(service -> service.isVisibleFrom(caller))
                        .findFirst();
    }

    private Optional<Target> target(Route route) {
        return service(route.host(), route.caller())
                .map(service -> new Target(
                        route, service, port(route, service), registry.destinationRule(service, route.caller())));
    }

    private static Optional<ServicePort> port(Route route, MeshService service) {
        if (route.port().isPresent()) {
            return service.port(route.port().getAsInt());
        }
        boolean only = service.ports().size() == 1 && !route.portPlace().exists();
        return only ? Optional.of(service.ports().get(0)) : Optional.empty();
    }

    /** All that offers a host, by its own name or by a wildcard, whoever gets to see it; a lone star offers nothing. */
    List<MeshService> offers(HostName host) {
        return offered.computeIfAbsent(host, asked -> registry.servicesCovering(host).stream()
                .filter(service -> !service.host().name().equals("*"))
                .toList());
    }

    /** The rules for a host, by its own name and by wildcards, whoever gets to see them. */
    List<DestinationRule> rules(HostName host) {
        return registry.destinationRulesCovering(host);
    }

    /** Whether a ServiceEntry is for this host and writes it so that Istio refuses it, which is said there. */
    boolean isMisspelt(HostName host) {
        return misspelt.stream()
                .anyMatch(text -> Nearest.to(host.name(), List.of(text)).isPresent());
    }

    private static Stream<String> misspelt(Place host) {
        String text = host.textOrEmpty();
        if (SeHostIsUrl.looksPasted(text)) {
            return Stream.of(SeHostIsUrl.alone(text));
        }
        return HostForm.fault(text).map(part -> text).stream();
    }

    /** Whether the Services of a namespace are part of the input, so that one that is missing is missing indeed. */
    boolean holdsServicesOf(String namespace) {
        return namespacesWithServices.contains(namespace);
    }

    /**
     * Whether the input holds more than VirtualServices, so that what they lead to is missing indeed; a VirtualService by
     * itself may lead to anything.
     */
    boolean holdsDestinations() {
        return Stream.of(Kind.SERVICE_ENTRY, Kind.DESTINATION_RULE, Kind.SERVICE)
                .anyMatch(kind -> !specs(kind).isEmpty());
    }

    /** Every field that is not as its schema has it. */
    List<Deviation> deviations() {
        return deviations;
    }

    StrayRules strayRules() {
        return strayRules;
    }

    /** The Kubernetes Services whose name is led to another host. */
    Stream<MeshService> internalServices() {
        return registry.virtualServices().stream()
                .filter(service -> service.inMesh() && Route.of(service).anyMatch(Route::isRedirect))
                .flatMap(service ->
                        service.hosts().stream().flatMap(host -> service(host.name(), service.namespace()).stream()))
                .filter(MeshService::isKubernetes)
                .distinct();
    }
}
