package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The way in an ambient mesh: ztunnel knows addresses and reads nothing; what rules say happens at a waypoint, if one stands
 * before the service that is called ({@code pilot/pkg/networking/core/listener_waypoint.go}).
 */
final class AmbientWalk {
    private static final String USE_WAYPOINT = "istio.io/use-waypoint";

    private final Sidecar caller;
    private final Walk walk;
    private final NameLookup.Dialled dialled;
    private final Request request;

    AmbientWalk(Sidecar caller, Walk walk, NameLookup.Dialled dialled) {
        this.caller = caller;
        this.walk = walk;
        this.dialled = dialled;
        this.request = walk.request();
    }

    Journey journey() {
        Optional<MeshService> service = called();
        Optional<ServicePort> port = service.flatMap(found -> found.port(dialled.port()));
        if (service.isEmpty()) {
            walk.warn(Part.ZTUNNEL, said("ztunnel-unknown", "address", dialled.address()));
            return CatchAll.leaves(walk, dialled);
        }
        if (port.isEmpty()) {
            walk.fail(
                    Part.ZTUNNEL,
                    said("ztunnel-no-port", "host", service.get().host().name(), "port", port()),
                    service.get().spec().at("ports"));
            return walk.end(Outcome.NO_UPSTREAM);
        }
        return hasWaypoint(service.get()) ? atWaypoint(service.get(), port.get()) : past(service.get(), port.get());
    }

    /** The service that the address belongs to; ztunnel heeds no {@code exportTo}. */
    private Optional<MeshService> called() {
        return dialled.service().or(() -> caller.registry().services().stream()
                .filter(service -> Addresses.of(service, caller.getsAddresses()).contains(dialled.address()))
                .findFirst());
    }

    private String port() {
        return Integer.toString(dialled.port());
    }

    private boolean hasWaypoint(MeshService service) {
        Optional<String> label = Place.of(service.manifest())
                .at("metadata", "labels", USE_WAYPOINT)
                .text();
        if (label.isPresent()) {
            return !label.get().equals("none");
        }
        Optional<Boolean> told = caller.waypoint();
        if (told.isEmpty() && !rules(service).isEmpty()) {
            walk.assume("waypoint", "true");
        }
        return told.orElse(!rules(service).isEmpty());
    }

    /** Only rules of the namespace of the service count; that is where its waypoint is taken to be. */
    private List<VirtualService> rules(MeshService service) {
        return caller.registry().virtualServicesVisibleFrom(service.namespace()).stream()
                .filter(rule -> rule.namespace().equals(service.namespace()))
                .filter(rule ->
                        rule.hosts().stream().anyMatch(host -> host.name().overlaps(service.host())))
                .toList();
    }

    /** Without a waypoint no rule is read: the bytes go to the service itself. */
    private Journey past(MeshService service, ServicePort port) {
        Place[] ignored =
                rules(service).stream().map(rule -> rule.spec().at("hosts")).toArray(Place[]::new);
        if (ignored.length > 0) {
            walk.warn(
                    Part.ZTUNNEL,
                    said("ztunnel-no-waypoint", "host", service.host().name()),
                    ignored);
        } else {
            walk.ok(Part.ZTUNNEL, said("ztunnel-leads", "host", service.host().name()), service.place());
        }
        Cluster cluster = new Cluster(service, port, "", Optional.empty());
        walk.send(upstream -> upstream.to(service.host().name()));
        if (request.speech() == Request.Speech.SEALED) {
            walk.send(upstream -> upstream.greeting(CatchAll.sni(request.host())));
        }
        if (request.speech() != Request.Speech.RAW) {
            walk.send(upstream -> upstream.asking(request.authority(), request.path() + request.query()));
        }
        if (request.speech().isHttp()) {
            walk.send(upstream -> upstream.speaking(request.speech() == Request.Speech.HTTP2 ? "2" : "1.1"));
        }
        return new Connection(caller, walk, dialled, cluster, Retries.USUAL).past();
    }

    private Journey atWaypoint(MeshService service, ServicePort port) {
        Sidecar waypoint = caller.asWaypoint(service.namespace());
        walk.ok(Part.ZTUNNEL, said("ztunnel-to-waypoint", "host", service.host().name()), service.place());
        boolean reads = port.protocol().isHttp()
                || port.protocol().isSniffed() && request.speech().isHttp();
        if (reads && !request.speech().isHttp()) {
            walk.fail(
                    Part.WAYPOINT,
                    said("waypoint-no-http", "host", service.host().name()),
                    port.place());
            return walk.end(Outcome.NOT_ROUTED, OptionalInt.of(400), Optional.of("DPE"));
        }
        return reads ? read(waypoint, service) : passed(waypoint, service, port);
    }

    private Journey read(Sidecar waypoint, MeshService service) {
        walk.ok(Part.WAYPOINT, said("waypoint-reads", "host", service.host().name()));
        List<HttpRoute> routes = new ArrayList<>();
        for (VirtualService rule : rules(service)) {
            routes.addAll(HttpRoutes.of(rule, dialled.port(), waypoint, walk));
        }
        VirtualHost host = new VirtualHost(
                service.host(),
                List.of(),
                routes.isEmpty() ? List.of(HttpRoute.to(service.place())) : routes,
                Optional.of(service),
                service.place());
        return HttpWalk.within(host, waypoint, walk, dialled).journey();
    }

    private Journey passed(Sidecar waypoint, MeshService service, ServicePort port) {
        walk.ok(Part.WAYPOINT, said("waypoint-passes", "host", service.host().name()), port.place());
        for (VirtualService rule : rules(service)) {
            for (Place entry : rule.tls()) {
                boolean meant = entry.at("match").items().stream()
                        .anyMatch(match -> match.at("sniHosts").items().stream()
                                        .map(Place::textOrEmpty)
                                        .toList()
                                        .equals(List.of(service.host().name()))
                                && StaticMatch.ofPassed(match, dialled.port(), waypoint, walk));
                if (meant || entry.at("match").items().isEmpty()) {
                    return led(waypoint, rule, entry);
                }
            }
        }
        for (VirtualService rule : rules(service)) {
            for (Place entry : rule.tcp()) {
                List<Place> matches = entry.at("match").items();
                if (matches.isEmpty()
                        || matches.stream()
                                .anyMatch(match -> StaticMatch.ofPassed(match, dialled.port(), waypoint, walk))) {
                    return led(waypoint, rule, entry);
                }
            }
        }
        return new PassedWalk(waypoint, walk, dialled)
                .journey(FilterChain.to(
                        List.of(FilterChain.Way.of(
                                new Destination(service.host(), port.number(), "", service.place()))),
                        List.of(),
                        List.of(),
                        service.place()));
    }

    private Journey led(Sidecar waypoint, VirtualService rule, Place entry) {
        return new PassedWalk(waypoint, walk, dialled)
                .journey(FilterChain.to(
                        PassingChains.ways(waypoint, rule, entry, dialled.port()), List.of(), List.of(), entry));
    }
}
