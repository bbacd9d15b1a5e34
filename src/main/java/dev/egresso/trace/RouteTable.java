package dev.egresso.trace;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The virtual hosts of a port ({@code BuildSidecarOutboundVirtualHosts} and {@code BuildSidecarVirtualHostWrapper}): first
 * those of the rules, then those of the services that no rule is for.
 */
final class RouteTable {
    /** Rules for hosts that the mesh does not know are honoured on this port alone. */
    private static final int PORT_OF_UNKNOWN_HOSTS = 80;

    /** Routes with the names they are for. */
    private record Group(
            Optional<VirtualService> rule,
            List<HttpRoute> routes,
            List<VirtualService.Host> unknown,
            Map<HostName, MeshService> known) {}

    private final Sidecar sidecar;
    private final Walk walk;
    private final int port;
    private final Map<HostName, MeshService> services = new LinkedHashMap<>();
    private final List<VirtualHost> hosts = new ArrayList<>();

    private RouteTable(Sidecar sidecar, Walk walk, int port) {
        this.sidecar = sidecar;
        this.walk = walk;
        this.port = port;
        for (MeshService service : sidecar.imports().services(port)) {
            if (service.port(port).isPresent()) {
                services.putIfAbsent(service.host().lower(), service);
            }
        }
        name(groups());
    }

    static RouteTable of(Sidecar sidecar, Walk walk, int port) {
        return new RouteTable(sidecar, walk, port);
    }

    /** The virtual host for a Host header: exact, then the longest wildcard. */
    Optional<VirtualHost> find(HostName asked) {
        VirtualHost found = null;
        HostName closest = null;
        for (VirtualHost host : hosts) {
            for (HostName domain : host.domains()) {
                if (domain.covers(asked) && (closest == null || domain.isMoreSpecificThan(closest))) {
                    closest = domain;
                    found = host;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** The virtual host of a service that has a listener of its own. */
    Optional<VirtualHost> of(HostName service) {
        return hosts.stream()
                .filter(host -> host.domains().contains(service.lower()))
                .findFirst();
    }

    /** What the sidecar knows of a destination while it builds this table: only services of this very port. */
    Optional<MeshService> service(HostName host) {
        return Optional.ofNullable(services.get(host));
    }

    /** The service that a default route of this table is for. */
    MeshService services(Place host) {
        return services.values().stream()
                .filter(service -> service.place().equals(host))
                .findFirst()
                .orElseThrow();
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        Set<HostName> taken = new LinkedHashSet<>();
        for (VirtualService rule : sidecar.imports().virtualServices(port)) {
            if (port != PORT_OF_UNKNOWN_HOSTS && !isForSome(rule)) {
                continue;
            }
            List<HttpRoute> routes = HttpRoutes.of(rule, port, sidecar, walk);
            if (!routes.isEmpty()) {
                group(rule, routes).ifPresent(group -> {
                    groups.add(group);
                    taken.addAll(group.known().keySet());
                });
            }
        }
        services.forEach((host, service) -> {
            if (!taken.contains(host) && service.discovery() != Discovery.ALIAS && isHttp(service)) {
                groups.add(new Group(
                        Optional.empty(), List.of(HttpRoute.to(service.place())), List.of(), Map.of(host, service)));
            }
        });
        return groups;
    }

    private boolean isForSome(VirtualService rule) {
        return rule.hosts().stream()
                .map(VirtualService.Host::name)
                .anyMatch(host -> services.containsKey(host)
                        || services.keySet().stream()
                                .anyMatch(known -> (host.isWildcard() || known.isWildcard()) && known.overlaps(host)));
    }

    private Optional<Group> group(VirtualService rule, List<HttpRoute> routes) {
        List<VirtualService.Host> unknown = new ArrayList<>();
        Map<HostName, MeshService> known = new LinkedHashMap<>();
        for (VirtualService.Host host : rule.hosts()) {
            boolean found = host.name().isWildcard() ? addCovered(rule, host, known) : addNamed(host, known);
            if (!found) {
                unknown.add(host);
            }
        }
        boolean speaksHttp = known.values().stream().anyMatch(this::isHttp);
        if (speaksHttp) {
            known.values().removeIf(service -> !isHttp(service));
            return Optional.of(new Group(Optional.of(rule), routes, unknown, known));
        }
        return port == PORT_OF_UNKNOWN_HOSTS
                ? Optional.of(new Group(Optional.of(rule), routes, unknown, Map.of()))
                : Optional.empty();
    }

    private boolean addNamed(VirtualService.Host host, Map<HostName, MeshService> known) {
        MeshService service = services.get(host.name());
        if (service != null) {
            known.put(host.name(), service);
        }
        return service != null;
    }

    /** A wildcard gets the services that no closer rule is for. */
    private boolean addCovered(VirtualService rule, VirtualService.Host host, Map<HostName, MeshService> known) {
        boolean found = false;
        for (Map.Entry<HostName, MeshService> entry : services.entrySet()) {
            if (entry.getKey().overlaps(host.name())) {
                found = true;
                if (closestRule(entry.getKey()).filter(rule::equals).isPresent()) {
                    known.put(entry.getKey(), entry.getValue());
                }
            }
        }
        return found;
    }

    private Optional<VirtualService> closestRule(HostName service) {
        VirtualService closest = null;
        HostName name = null;
        for (VirtualService rule : sidecar.imports().virtualServices(port)) {
            for (VirtualService.Host host : rule.hosts()) {
                boolean closer =
                        name == null || !host.name().equals(name) && host.name().isMoreSpecificThan(name);
                if (host.name().covers(service) && closer) {
                    closest = rule;
                    name = host.name();
                }
            }
        }
        return Optional.ofNullable(closest);
    }

    private boolean isHttp(MeshService service) {
        return service.port(port).map(ServicePort::protocol).orElseThrow().isHttpOrSniffed();
    }

    private void name(List<Group> groups) {
        Set<HostName> fullNames = new LinkedHashSet<>();
        groups.forEach(group -> fullNames.addAll(group.known().keySet()));
        Set<HostName> used = new LinkedHashSet<>();
        Set<HostName> usedNames = new LinkedHashSet<>();
        for (Group group : groups) {
            for (VirtualService.Host host : group.unknown()) {
                if (usedNames.add(host.name())) {
                    add(host.name(), List.of(host.name()), Set.of(), fullNames, used, group, host.place());
                }
            }
            group.known().forEach((host, service) -> {
                if (usedNames.add(host)) {
                    Set<HostName> shorter = new LinkedHashSet<>(Domains.shorter(host, sidecar.namespace()));
                    List<HostName> domains = Domains.of(service, sidecar);
                    add(host, domains, shorter, fullNames, used, group, placeOf(group, host, service));
                }
            });
        }
    }

    private Place placeOf(Group group, HostName host, MeshService service) {
        return group.rule().stream()
                .flatMap(rule -> rule.hosts().stream())
                .filter(written -> written.name().covers(host))
                .map(VirtualService.Host::place)
                .findFirst()
                .orElse(service.place());
    }

    /** A name is given once; a short form of one host never takes the full name of another ({@code dedupeDomains}). */
    private void add(
            HostName name,
            List<HostName> domains,
            Set<HostName> shorter,
            Set<HostName> fullNames,
            Set<HostName> used,
            Group group,
            Place place) {
        List<HostName> free = new ArrayList<>();
        for (HostName domain : domains) {
            boolean another = shorter.contains(domain) && fullNames.contains(domain);
            if (!another && used.add(domain)) {
                free.add(domain);
            }
        }
        if (!free.isEmpty()) {
            hosts.add(new VirtualHost(
                    name,
                    free,
                    group.routes(),
                    Optional.ofNullable(group.known().get(name)),
                    place));
        }
    }
}
