package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All resources of a set, found by what refers to them, the way istiod indexes them. Checks and traces ask it and never
 * loop over all resources.
 *
 * <p>Of two resources that want the same thing the older one wins in a cluster; here it is the one that comes first. Total:
 * made of any trees, never throws.
 */
public final class Registry {
    private final List<Manifest> manifests;
    private final Map<Kind, List<Manifest>> byKind = new EnumMap<>(Kind.class);
    private final HostIndex<MeshService> services = new HostIndex<>();
    private final List<VirtualService> virtualServices;
    private final HostIndex<VirtualService> virtualServicesByHost = new HostIndex<>();
    private final DestinationRuleIndex destinationRules;
    private final String rootNamespace;

    private Registry(
            List<Manifest> manifests, List<Manifest> assumedServices, String rootNamespace, ExportDefaults exports) {
        this.manifests = List.copyOf(manifests);
        this.rootNamespace = rootNamespace;
        manifests.forEach(manifest -> byKind.computeIfAbsent(manifest.kind(), kind -> new ArrayList<>())
                .add(manifest));
        assumedServices.forEach(service -> add(MeshService.ofService(service, true, exports)));
        manifests.forEach(manifest -> addServices(manifest, exports));
        this.virtualServices = all(Kind.VIRTUAL_SERVICE).stream()
                .map(manifest -> VirtualService.of(manifest, exports))
                .toList();
        virtualServices.forEach(rule -> rule.hosts().stream()
                .map(VirtualService.Host::name)
                .distinct()
                .forEach(host -> virtualServicesByHost.add(host, rule)));
        this.destinationRules = new DestinationRuleIndex(all(Kind.DESTINATION_RULE), exports);
    }

    public static Registry of(List<Manifest> manifests) {
        return new Registry(manifests, List.of(), Surroundings.USUAL_ROOT, ExportDefaults.NONE);
    }

    /**
     * The resources together with the Services that are told of.
     *
     * @param fallback the namespace of a Service whose own was not said
     */
    public static Registry of(List<Manifest> manifests, Surroundings surroundings, String fallback) {
        return new Registry(
                manifests,
                surroundings.services().stream()
                        .map(known -> known.manifest(fallback))
                        .toList(),
                surroundings.rootNamespace().orElse(Surroundings.USUAL_ROOT),
                surroundings.exports());
    }

    private void addServices(Manifest manifest, ExportDefaults exports) {
        if (manifest.kind() == Kind.SERVICE) {
            add(MeshService.ofService(manifest, false, exports));
        } else if (manifest.kind() == Kind.SERVICE_ENTRY) {
            MeshService.ofServiceEntry(manifest, exports).forEach(this::add);
        }
    }

    private void add(MeshService service) {
        services.add(service.host(), service);
    }

    /** As they were given. */
    public List<Manifest> manifests() {
        return manifests;
    }

    public List<Manifest> all(Kind kind) {
        return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
    }

    public Optional<Manifest> named(Kind kind, String namespace, String name) {
        return all(kind).stream()
                .filter(manifest ->
                        manifest.name().equals(name) && manifest.namespace().equals(namespace))
                .findFirst();
    }

    /** Every host that the mesh knows: those told of, then in input order. */
    public List<MeshService> services() {
        return services.all();
    }

    /** The services of exactly this host, in whatever namespaces. */
    public List<MeshService> services(HostName host) {
        return services.exactly(host);
    }

    /** The services of this host and those of wildcards that cover it, the closest first. */
    public List<MeshService> servicesCovering(HostName host) {
        return services.covering(host);
    }

    /**
     * The one service that an application in a namespace gets for a host: from its own namespace, else a Kubernetes
     * Service, else the first ({@code selectServices} in {@code pilot/pkg/model/sidecar.go}).
     */
    public Optional<MeshService> service(HostName host, String clientNamespace) {
        return choose(services.exactly(host), clientNamespace);
    }

    /** One service for each host that an application in a namespace sees. */
    public List<MeshService> servicesVisibleFrom(String clientNamespace) {
        List<MeshService> visible = new ArrayList<>();
        for (List<MeshService> sameHost : services.grouped()) {
            choose(sameHost, clientNamespace).ifPresent(visible::add);
        }
        return visible;
    }

    /**
     * What the sidecars of a namespace are told of: one service for each host, and where several ServiceEntries of its
     * namespace are for that host, all of them.
     *
     * @param imported whether a service that is exported to the namespace is wanted there too
     */
    public List<MeshService> servicesSeenFrom(String clientNamespace, Predicate<MeshService> imported) {
        List<MeshService> seen = new ArrayList<>();
        for (List<MeshService> sameHost : services.grouped()) {
            List<MeshService> wanted = sameHost.stream().filter(imported).toList();
            choose(wanted, clientNamespace).ifPresent(chosen -> {
                seen.add(chosen);
                wanted.stream()
                        .filter(other -> other != chosen && isSibling(other, chosen, clientNamespace))
                        .forEach(seen::add);
            });
        }
        return seen;
    }

    /** Ports of ServiceEntries of one namespace for one host add up, if they find their addresses in the same way. */
    private static boolean isSibling(MeshService other, MeshService chosen, String clientNamespace) {
        return !chosen.isKubernetes()
                && !other.isKubernetes()
                && other.namespace().equals(chosen.namespace())
                && other.discovery() == chosen.discovery()
                && other.isVisibleFrom(clientNamespace);
    }

    private static Optional<MeshService> choose(List<MeshService> sameHost, String clientNamespace) {
        MeshService chosen = null;
        for (MeshService service : sameHost) {
            if (service.isVisibleFrom(clientNamespace)
                    && (chosen == null || rank(service, clientNamespace) > rank(chosen, clientNamespace))) {
                chosen = service;
            }
        }
        return Optional.ofNullable(chosen);
    }

    private static int rank(MeshService service, String clientNamespace) {
        int own = service.namespace().equals(clientNamespace) ? 2 : 0;
        return own + (service.isKubernetes() ? 1 : 0);
    }

    /** Every VirtualService, in input order. */
    public List<VirtualService> virtualServices() {
        return virtualServices;
    }

    /** The rules that name exactly this host, in input order, whoever sees them and whatever they are bound to. */
    public List<VirtualService> virtualServices(HostName host) {
        return virtualServicesByHost.exactly(host.lower());
    }

    /** The rules for this host, those that name it first, then those whose wildcard covers it, the closest first. */
    public List<VirtualService> virtualServicesCovering(HostName host) {
        return virtualServicesByHost.covering(host.lower());
    }

    /**
     * The rules that the sidecars of a namespace obey: its private ones, those exported to it by name, then the public
     * ones ({@code SelectVirtualServices} in {@code pilot/pkg/model/virtualservice.go}).
     */
    public List<VirtualService> virtualServicesVisibleFrom(String clientNamespace) {
        List<VirtualService> own = new ArrayList<>();
        List<VirtualService> exported = new ArrayList<>();
        List<VirtualService> open = new ArrayList<>();
        for (VirtualService rule : virtualServices) {
            if (!rule.inMesh() || !rule.isVisibleFrom(clientNamespace)) {
                continue;
            }
            List<VirtualService> group =
                    rule.exportTo().isPublic() ? open : rule.namespace().equals(clientNamespace) ? own : exported;
            group.add(rule);
        }
        own.addAll(exported);
        own.addAll(open);
        return own;
    }

    /** The one rule that decides for a host in the sidecars of a namespace: the first that names it, else by wildcard. */
    public Optional<VirtualService> virtualService(HostName host, String clientNamespace) {
        return virtualServicesCovering(host).stream()
                .filter(rule -> rule.inMesh() && rule.isVisibleFrom(clientNamespace))
                .findFirst();
    }

    /** Every DestinationRule, those for the same host in the same namespace made one. */
    public List<DestinationRule> destinationRules() {
        return destinationRules.all();
    }

    /** The rules for exactly this host, in whatever namespaces. */
    public List<DestinationRule> destinationRules(HostName host) {
        return destinationRules.exactly(host);
    }

    /** The rules for this host and those whose wildcard covers it, the closest first, in whatever namespaces. */
    public List<DestinationRule> destinationRulesCovering(HostName host) {
        return destinationRules.covering(host);
    }

    /**
     * The rule for connections from a namespace to a service: of that namespace, else of the service's, else of the root
     * namespace; an exact host before a wildcard ({@code destinationRule} in {@code pilot/pkg/model/push_context.go}). Where
     * one of several selects workloads, it is taken to select the caller.
     */
    public Optional<DestinationRule> destinationRule(MeshService service, String clientNamespace) {
        return destinationRule(service, clientNamespace, rule -> true);
    }

    /** The same. @param selected whether a rule that selects workloads selects the caller */
    public Optional<DestinationRule> destinationRule(
            MeshService service, String clientNamespace, Predicate<DestinationRule> selected) {
        return destinationRules.find(service.host(), service.namespace(), clientNamespace, rootNamespace, selected);
    }

    public String rootNamespace() {
        return rootNamespace;
    }
}
