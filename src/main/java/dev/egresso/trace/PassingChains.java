package dev.egresso.trace;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The ways on for bytes that the sidecar does not read ({@code pilot/pkg/networking/core/tls.go}). */
final class PassingChains {
    private final Sidecar sidecar;
    private final Walk walk;
    private final MeshService service;
    private final ServicePort port;
    private final List<String> ranges;

    PassingChains(Sidecar sidecar, Walk walk, MeshService service, ServicePort port, List<String> ranges) {
        this.sidecar = sidecar;
        this.walk = walk;
        this.service = service;
        this.port = port;
        this.ranges = ranges;
    }

    List<FilterChain> of(boolean shared, int listenerPort) {
        List<VirtualService> rules = sidecar.imports().virtualServices(listenerPort).stream()
                .filter(rule ->
                        rule.hosts().stream().anyMatch(host -> host.name().overlaps(service.host())))
                .toList();
        return port.protocol().isTls() ? sealed(rules, shared, listenerPort) : raw(rules, listenerPort);
    }

    private List<FilterChain> sealed(List<VirtualService> rules, boolean shared, int listenerPort) {
        List<FilterChain> chains = new ArrayList<>();
        List<String> reached = ranges;
        for (VirtualService rule : rules) {
            for (Place tls : rule.tls()) {
                for (Place match : tls.at("match").items()) {
                    List<FilterChain.Way> ways = ways(sidecar, rule, tls, listenerPort);
                    if (!ways.isEmpty() && StaticMatch.ofPassed(match, listenerPort, sidecar, walk)) {
                        List<String> subnets = texts(match.at("destinationSubnets"));
                        reached = subnets.isEmpty() ? reached : subnets;
                        addNew(chains, sealed(ways, match, reached));
                    }
                }
            }
        }
        if (chains.isEmpty()) {
            chains.add(FilterChain.to(
                    own(listenerPort), ranges, ownNames(shared), port.place().at("protocol")));
        }
        return chains;
    }

    private static void addNew(List<FilterChain> chains, FilterChain chain) {
        if (chains.stream().noneMatch(chain::conflictsWith)) {
            chains.add(chain);
        }
    }

    private FilterChain sealed(List<FilterChain.Way> to, Place match, List<String> subnets) {
        List<HostName> names = match.at("sniHosts").items().stream()
                .flatMap(host -> host.text().stream())
                .map(HostName::asWritten)
                .toList();
        return FilterChain.to(to, subnets, names, match.at("sniHosts"));
    }

    /** Where the address does not tell the service, its name has to. */
    private List<HostName> ownNames(boolean shared) {
        boolean perRequest = service.host().isWildcard() && service.discovery() == Discovery.PER_REQUEST;
        return !ranges.isEmpty() || shared || perRequest ? List.of(service.host()) : List.of();
    }

    private List<FilterChain> raw(List<VirtualService> rules, int listenerPort) {
        List<FilterChain> chains = new ArrayList<>();
        for (VirtualService rule : rules) {
            for (Place tcp : rule.tcp()) {
                List<FilterChain.Way> ways = ways(sidecar, rule, tcp, listenerPort);
                if (!ways.isEmpty() && addRaw(chains, tcp, ways, listenerPort)) {
                    return chains;
                }
            }
        }
        addNew(
                chains,
                FilterChain.to(
                        own(listenerPort), ranges, List.of(), port.place().at("protocol")));
        return chains;
    }

    /** Whether the rule takes all there is. */
    private boolean addRaw(List<FilterChain> chains, Place tcp, List<FilterChain.Way> to, int listenerPort) {
        List<Place> matches = tcp.at("match").items();
        if (matches.isEmpty()) {
            addNew(chains, FilterChain.to(to, ranges, List.of(), tcp));
            return true;
        }
        Set<String> subnets = new TreeSet<>();
        for (Place match : matches) {
            if (StaticMatch.ofPassed(match, listenerPort, sidecar, walk)) {
                List<String> own = texts(match.at("destinationSubnets"));
                if (own.isEmpty()) {
                    addNew(chains, FilterChain.to(to, ranges, List.of(), match));
                    return true;
                }
                subnets.addAll(own);
            }
        }
        if (!subnets.isEmpty()) {
            addNew(chains, FilterChain.to(to, List.copyOf(subnets), List.of(), tcp.at("match")));
        }
        return false;
    }

    /** The service's own cluster: of its only port, else of the port of the listener. */
    private List<FilterChain.Way> own(int listenerPort) {
        int number = service.ports().size() == 1 ? service.ports().get(0).number() : listenerPort;
        return List.of(FilterChain.Way.of(new Destination(service.host(), number, "", service.place())));
    }

    /** Where an entry of {@code tcp} or {@code tls} leads. */
    static List<FilterChain.Way> ways(Sidecar sidecar, VirtualService rule, Place route, int listenerPort) {
        return route.at("route").items().stream()
                .map(entry -> new FilterChain.Way(passed(sidecar, rule, entry.at("destination"), listenerPort), entry))
                .toList();
    }

    private static Destination passed(Sidecar sidecar, VirtualService rule, Place place, int listenerPort) {
        HostName host = rule.destination(place);
        Optional<MeshService> known = sidecar.imports().service(host, listenerPort);
        int fallback = known.filter(found -> found.ports().size() == 1)
                .map(found -> found.ports().get(0).number())
                .orElse(listenerPort);
        int number = place.at("port", "number").number().orElse(fallback);
        return new Destination(
                Alias.resolved(known, host), number, place.at("subset").textOrEmpty(), place);
    }

    private static List<String> texts(Place list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }
}
