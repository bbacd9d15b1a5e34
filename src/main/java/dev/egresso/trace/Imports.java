package dev.egresso.trace;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.SidecarScope;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The services and VirtualServices that istiod tells a proxy of: what its namespace sees, as far as a Sidecar lets it in
 * ({@code pilot/pkg/model/sidecar.go}).
 */
final class Imports {
    private final Registry registry;
    private final String namespace;
    private final Optional<SidecarScope> scope;
    private final List<VirtualService> virtualServices;
    private final List<MeshService> imported;
    private final List<MeshService> services;

    private Imports(Registry registry, String namespace, Optional<SidecarScope> scope, boolean ambient) {
        this.registry = registry;
        this.namespace = namespace;
        this.scope = scope;
        this.virtualServices = registry.virtualServicesVisibleFrom(namespace).stream()
                .filter(rule ->
                        scope.map(in -> in.obeys(rule.namespace(), hosts(rule))).orElse(true))
                .toList();
        this.imported = ambient
                ? every()
                : registry.servicesSeenFrom(namespace, service -> scope.map(in -> in.imports(service))
                        .orElse(true));
        this.services = ambient ? imported : withDestinations();
    }

    /** In an ambient mesh {@code exportTo} of a ServiceEntry is not heeded, and there are no Sidecars. */
    static Imports ofAmbient(Registry registry, String namespace) {
        return new Imports(registry, namespace, Optional.empty(), true);
    }

    static Imports ofSidecar(Registry registry, String namespace, Optional<SidecarScope> scope) {
        return new Imports(registry, namespace, scope, false);
    }

    /** All that there are clusters for. */
    List<MeshService> services() {
        return services;
    }

    /** Of one host the own namespace goes first. */
    private List<MeshService> every() {
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

    /**
     * The services that a rule leads to are let in with it: of the own namespace, whoever they are exported to, else of the
     * first that shows one ({@code collectImportedServices}).
     */
    private List<MeshService> withDestinations() {
        if (!narrows() && registry.services().stream().allMatch(service -> service.isVisibleFrom(namespace))) {
            return imported;
        }
        List<MeshService> all = new ArrayList<>(imported);
        Set<HostName> there = new HashSet<>();
        imported.forEach(service -> there.add(service.host()));
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
        Stream<HostName> read = HttpRule.of(rule, registry).stream().flatMap(http -> http.at("route").items().stream()
                .map(entry -> http.owner().destination(entry.at("destination"))));
        Stream<HostName> passed = Stream.of(rule.tls(), rule.tcp())
                .flatMap(List::stream)
                .flatMap(entry -> entry.at("route").items().stream())
                .map(entry -> rule.destination(entry.at("destination")));
        return Stream.concat(read, passed);
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

    /** The Sidecar that keeps a host from it, which it would see otherwise. */
    Optional<SidecarScope> hides(List<HostName> names, int port) {
        boolean exists = registry.servicesVisibleFrom(namespace).stream()
                .anyMatch(service -> service.port(port).isPresent()
                        && names.stream().anyMatch(service.host().lower()::covers));
        boolean known = services(port).stream()
                .anyMatch(service -> names.stream().anyMatch(service.host().lower()::covers));
        return scope.filter(in -> exists && !known);
    }

    private boolean narrows() {
        return scope.filter(in -> !in.egress().isEmpty()).isPresent();
    }

    private static List<HostName> hosts(VirtualService rule) {
        return rule.hosts().stream().map(VirtualService.Host::name).toList();
    }
}
