package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.SidecarScope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The connection is led to the sidecar, whose listeners decide what it is taken for. */
final class Capture {
    private static final String PASSTHROUGH = "PassthroughCluster";
    private static final String BLACK_HOLE = "BlackHoleCluster";

    private final Sidecar sidecar;
    private final Walk walk;
    private final NameLookup.Dialled dialled;
    private final Request request;

    Capture(Sidecar sidecar, Walk walk, NameLookup.Dialled dialled) {
        this.sidecar = sidecar;
        this.walk = walk;
        this.dialled = dialled;
        this.request = walk.request();
    }

    Journey journey() {
        Optional<Listener> listener = Listeners.taking(sidecar, walk, dialled);
        if (listener.isEmpty()) {
            return unknown("sidecar-no-listener", dialled.address() + ":" + dialled.port());
        }
        Optional<FilterChain> chain = listener.get().choose(dialled.address(), request.speech(), request.host());
        if (chain.isEmpty()) {
            return unknown("sidecar-falls-through", listener.get().name());
        }
        return chain.get().http() ? read(listener.get(), chain.get()) : passed(listener.get(), chain.get());
    }

    private Journey read(Listener listener, FilterChain chain) {
        if (request.speech() == Request.Speech.HTTP10 && !sidecar.acceptsHttp10(walk)) {
            walk.fail(Part.SIDECAR, said("sidecar-old-http", "listener", listener.name()));
            return walk.end(Outcome.NOT_ROUTED, OptionalInt.of(426), Optional.empty());
        }
        if (request.authority().isEmpty()) {
            walk.fail(Part.SIDECAR, said("sidecar-no-host", "listener", listener.name()));
            return walk.end(Outcome.NOT_ROUTED, OptionalInt.of(400), Optional.empty());
        }
        Optional<HostName> alone = chain.routes();
        walk.ok(
                Part.SIDECAR,
                said(
                        alone.isPresent() ? "sidecar-reads-alone" : "sidecar-reads",
                        "listener",
                        listener.name(),
                        "port",
                        Integer.toString(dialled.port())),
                listenerPlaces());
        return new HttpWalk(sidecar, walk, dialled, alone).journey();
    }

    /** The port of the Service that was dialled, which opened the listener. */
    private Place[] listenerPlaces() {
        return dialled.service()
                .flatMap(service -> service.port(dialled.port()))
                .map(port -> new Place[] {port.place()})
                .orElse(new Place[0]);
    }

    private Journey passed(Listener listener, FilterChain chain) {
        boolean sealed = request.speech() == Request.Speech.SEALED;
        walk.ok(
                Part.SIDECAR,
                said(sealed ? "sidecar-sealed" : "sidecar-raw", "listener", listener.name(), "sni", request.host()),
                chain.because().toArray(Place[]::new));
        return new PassedWalk(sidecar, walk, dialled).journey(chain);
    }

    /** No resource knows the traffic: the policy of the mesh decides. */
    private Journey unknown(String id, String what) {
        OutboundPolicy policy = sidecar.policy(walk);
        Place[] hidden = hiddenRule();
        Optional<SidecarScope> scope =
                sidecar.imports().hides(Caller.names(request.host(), sidecar.namespace()), dialled.port());
        String reason = scope.isPresent() ? "sidecar-out-of-scope" : id;
        String named = scope.map(Sidecar::named).orElse("");
        if (policy == OutboundPolicy.REGISTRY_ONLY) {
            walk.fail(
                    Part.SIDECAR,
                    said(reason + "-blocked", "listener", what, "host", request.host(), "sidecar", named),
                    hidden);
            walk.choose(BLACK_HOLE);
            return walk.end(Outcome.BLOCKED, OptionalInt.empty(), Optional.of("UH"));
        }
        walk.warn(Part.SIDECAR, said(reason, "listener", what, "host", request.host(), "sidecar", named), hidden);
        walk.choose(
                policy == OutboundPolicy.ALLOW_ANY_DYNAMIC_DNS
                                && request.speech().isHttp()
                        ? CatchAll.PER_REQUEST
                        : PASSTHROUGH);
        return CatchAll.leaves(walk, dialled);
    }

    /** The rule that was meant for this host and is not asked. */
    private Place[] hiddenRule() {
        List<HostName> names = Caller.names(request.host(), sidecar.namespace());
        return sidecar.registry().virtualServices().stream()
                .flatMap(rule -> rule.hosts().stream())
                .filter(host -> names.stream().anyMatch(host.name()::covers))
                .map(host -> host.place())
                .limit(1)
                .toArray(Place[]::new);
    }
}
