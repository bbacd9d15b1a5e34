package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import java.util.Optional;
import java.util.OptionalInt;

/** The sidecar passes the bytes on as they are: it sees an address, and of TLS the name in the greeting. */
final class PassedWalk {
    private final Sidecar sidecar;
    private final Walk walk;
    private final NameLookup.Dialled dialled;

    PassedWalk(Sidecar sidecar, Walk walk, NameLookup.Dialled dialled) {
        this.sidecar = sidecar;
        this.walk = walk;
        this.dialled = dialled;
    }

    Journey journey(FilterChain chain) {
        Request request = walk.request();
        Optional<Destination> chosen = chain.choose(walk);
        if (chosen.isEmpty()) {
            walk.fail(Part.CLUSTER, said("cluster-none"), chain.because().toArray(Place[]::new));
            return walk.end(Outcome.NO_UPSTREAM, OptionalInt.empty(), Optional.of("NC"));
        }
        Destination to = chosen.get();
        Place[] because = chain.because().toArray(Place[]::new);
        if (to.place().manifest().kind() == Kind.VIRTUAL_SERVICE) {
            walk.ok(Part.ROUTE, said("route-passed-by-rule", "host", to.host().name()), because);
        } else {
            walk.skip(Part.ROUTE, said("route-passed", "host", to.host().name()), because);
        }
        boolean sealed = request.speech() == Request.Speech.SEALED;
        walk.skip(Part.REWRITE, said(sealed ? "rewrite-sealed" : "rewrite-not-read"));
        if (sealed) {
            walk.send(upstream -> upstream.greeting(CatchAll.sni(request.host())));
        }
        if (request.speech() != Request.Speech.RAW) {
            walk.send(upstream -> upstream.asking(request.authority(), request.path() + request.query()));
        }
        if (request.speech().isHttp()) {
            walk.send(upstream -> upstream.speaking(request.speech() == Request.Speech.HTTP2 ? "2" : "1.1"));
        }
        Optional<Cluster> cluster = new ClusterStage(sidecar, walk).find(to);
        if (cluster.isEmpty()) {
            return walk.end(Outcome.NO_UPSTREAM, OptionalInt.empty(), Optional.of("NC"));
        }
        return new Connection(sidecar, walk, dialled, cluster.get(), Retries.USUAL).passed();
    }
}
