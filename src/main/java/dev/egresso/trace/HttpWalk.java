package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The sidecar reads the request: virtual host, route, then what the route says. */
final class HttpWalk {
    private final Sidecar sidecar;
    private final Walk walk;
    private final NameLookup.Dialled dialled;
    private final Request request;
    private final Optional<HostName> alone;
    private final Optional<VirtualHost> only;
    private final RouteTable table;
    private final String path;

    /** @param alone the service whose own listener took the request, if it is not one for all */
    HttpWalk(Sidecar sidecar, Walk walk, NameLookup.Dialled dialled, Optional<HostName> alone) {
        this(sidecar, walk, dialled, alone, Optional.empty());
    }

    /** Where there is but one virtual host, whatever the Host header says. */
    static HttpWalk within(VirtualHost only, Sidecar sidecar, Walk walk, NameLookup.Dialled dialled) {
        return new HttpWalk(sidecar, walk, dialled, Optional.empty(), Optional.of(only));
    }

    private HttpWalk(
            Sidecar sidecar,
            Walk walk,
            NameLookup.Dialled dialled,
            Optional<HostName> alone,
            Optional<VirtualHost> only) {
        this.only = only;
        this.sidecar = sidecar;
        this.walk = walk;
        this.dialled = dialled;
        this.request = walk.request();
        this.alone = alone;
        this.table = RouteTable.of(sidecar, walk, dialled.port());
        this.path = NormalPath.of(request.path());
    }

    Journey journey() {
        Optional<VirtualHost> found = only.or(() -> alone.isPresent() ? table.of(alone.get()) : table.find(asked()));
        if (found.isEmpty()) {
            return alone.isPresent() ? noRoute(new Place[0]) : unknownHost();
        }
        VirtualHost host = found.get();
        walk.ok(Part.ROUTE, said("route-host", "host", host.name().name(), "asked", request.authority()), host.place());
        RequestMatch match = new RequestMatch(request, path);
        return host.routes().stream()
                .filter(route -> route.match().map(match::holds).orElse(true))
                .findFirst()
                .map(this::taken)
                .orElseGet(() -> noRoute(matches(host)));
    }

    /** The Host header as virtual hosts are looked up by it: lower case, without a port. */
    private HostName asked() {
        String host = request.authority();
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']')
                && (host.startsWith("[") || host.indexOf(':') == colon)
                && host.substring(colon + 1).matches("[0-9]+");
        String bare = hasPort ? host.substring(0, colon) : host;
        return HostName.asWritten(IpAddress.read(bare).map(IpAddress::toString).orElse(bare))
                .lower();
    }

    private static Place[] matches(VirtualHost host) {
        return host.routes().stream()
                .flatMap(route -> route.match().stream())
                .map(match -> match.at("uri").exists() ? match.at("uri") : match.place())
                .toArray(Place[]::new);
    }

    private Journey noRoute(Place[] because) {
        walk.fail(Part.ROUTE, said("route-none", "path", path), because);
        return walk.end(Outcome.NOT_ROUTED, 404, "NR");
    }

    private Journey unknownHost() {
        OutboundPolicy policy = sidecar.policy(walk);
        boolean blocked = policy == OutboundPolicy.REGISTRY_ONLY;
        Walk.Said said = sidecar.imports()
                .hides(Caller.names(asked().name(), sidecar.namespace()), dialled.port())
                .map(scope -> said(
                        blocked ? "route-host-out-of-scope-blocked" : "route-host-out-of-scope",
                        "host",
                        request.authority(),
                        "sidecar",
                        Sidecar.named(scope)))
                .orElseGet(
                        () -> said(blocked ? "route-host-blocked" : "route-host-unknown", "host", request.authority()));
        if (blocked) {
            walk.fail(Part.ROUTE, said);
            return walk.end(Outcome.BLOCKED, OptionalInt.of(502), Optional.empty());
        }
        walk.warn(Part.ROUTE, said);
        walk.choose(policy == OutboundPolicy.ALLOW_ANY ? "PassthroughCluster" : CatchAll.PER_REQUEST);
        return CatchAll.leaves(walk, dialled);
    }

    private Journey taken(HttpRoute route) {
        if (route.rule().isEmpty()) {
            MeshService own = only.flatMap(VirtualHost::service).orElseGet(() -> table.services(route.place()));
            walk.ok(Part.ROUTE, said("route-default", "service", own.host().name()), route.place());
            Destination to = new Destination(own.host(), dialled.port(), "", own.place());
            return new Rewrite(walk, path, Optional.empty(), route).apply(to, own, this::sent);
        }
        walk.ok(
                Part.ROUTE,
                RouteSaid.of(route, path),
                route.match().map(Conditions::telling).orElse(route.place()));
        route.rule().flatMap(HttpRule::root).ifPresent(this::sayDelegated);
        Optional<Journey> local = new LocalAnswer(walk).to(route);
        return local.orElseGet(() -> led(route));
    }

    private void sayDelegated(Place root) {
        Place delegate = root.at("delegate");
        walk.ok(Part.ROUTE, said("route-delegated", "name", delegate.at("name").textOrEmpty()), delegate);
    }

    private Journey led(HttpRoute route) {
        sayMirrors(route);
        Optional<Place> chosen = Weights.choose(route.at("route").items(), walk);
        if (chosen.isEmpty()) {
            walk.fail(Part.CLUSTER, said("cluster-none"), route.at("route"));
            return walk.end(Outcome.NO_UPSTREAM, 503, "NC");
        }
        if (chosen.get().at("destination", "host").isHole()) {
            walk.fail(Part.CLUSTER, said("cluster-open"), chosen.get().at("destination", "host"));
            return walk.end(Outcome.NO_UPSTREAM);
        }
        Destination to = destination(route, chosen.get().at("destination"));
        Optional<MeshService> known = sidecar.imports().service(to.host(), to.port());
        return new Rewrite(walk, path, chosen, route).apply(to, known.orElse(null), this::sent);
    }

    /** A copy goes there too; nobody waits for an answer to it. */
    private void sayMirrors(HttpRoute route) {
        List<Place> mirrors = new ArrayList<>();
        if (route.at("mirror").exists()) {
            mirrors.add(route.at("mirror"));
        }
        route.at("mirrors").items().forEach(policy -> mirrors.add(policy.at("destination")));
        for (Place mirror : mirrors) {
            String host = route.rule().orElseThrow().owner().destination(mirror).name();
            walk.ok(Part.ROUTE, said("route-mirrored", "host", host), mirror);
        }
    }

    /**
     * While the routes of a port are made, only services of that very port are known, so a port that is left out is that of
     * the listener ({@code GetDestinationCluster}, called with the services of one port).
     */
    private Destination destination(HttpRoute route, Place place) {
        HostName host = route.rule().orElseThrow().owner().destination(place);
        int number = place.at("port", "number").number().orElse(dialled.port());
        HostName meant = Alias.resolved(table.service(host), host);
        return new Destination(meant, number, place.at("subset").textOrEmpty(), place);
    }

    private Journey sent(Destination to, Retries retries) {
        Optional<Cluster> cluster = new ClusterStage(sidecar, walk).find(to);
        if (cluster.isEmpty()) {
            return walk.end(Outcome.NO_UPSTREAM, 503, "NC");
        }
        return new Connection(sidecar, walk, dialled, cluster.get(), retries).http();
    }
}
