package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import java.util.Optional;
import java.util.OptionalInt;

/** From the cluster to the external service: an address, a connection, TLS, the request. */
final class Connection {
    private static final int UNAVAILABLE = 503;

    private final Sidecar sidecar;
    private final Walk walk;
    private final NameLookup.Dialled dialled;
    private final Cluster cluster;
    private final Retries retries;

    Connection(Sidecar sidecar, Walk walk, NameLookup.Dialled dialled, Cluster cluster, Retries retries) {
        this.sidecar = sidecar;
        this.walk = walk;
        this.dialled = dialled;
        this.cluster = cluster;
        this.retries = retries;
    }

    /** What the sidecar reads it can also write anew. */
    Journey http() {
        boolean http2 = cluster.speaksHttp2(walk.request().speech());
        walk.send(upstream -> upstream.speaking(http2 ? "2" : "1.1"));
        return go(true);
    }

    Journey passed() {
        return go(false);
    }

    /** Of ztunnel, which starts no TLS towards what is not in the mesh. */
    Journey past() {
        return go(false, TlsSettings.NONE);
    }

    private Journey go(boolean read) {
        return go(read, TlsSettings.of(cluster, sidecar, walk, read));
    }

    private Journey go(boolean read, TlsSettings tls) {
        if (tls.starts()) {
            walk.send(upstream -> upstream.sealedBy(tls.mode()));
            walk.send(upstream -> upstream.greeting(tls.sni()));
        }
        Dial dial = new Dial(sidecar, walk, dialled, cluster);
        Optional<String> unreachable = dial.reach(tls.starts());
        if (unreachable.isPresent()) {
            return noUpstream(unreachable.get(), read);
        }
        Handshake handshake = new Handshake(walk, cluster, tls, read);
        return dial.isMisled() ? misled(tls, read) : handshake.shake(retries).orElseGet(() -> sent(read));
    }

    private Journey noUpstream(String flags, boolean read) {
        return walk.end(Outcome.NO_UPSTREAM, status(read), Optional.of(flags));
    }

    /** The connection goes back to the address that the application dialled, where no such server is. */
    private Journey misled(TlsSettings tls, boolean read) {
        Outcome outcome = tls.starts() ? Outcome.TLS_FAILURE : Outcome.NO_UPSTREAM;
        return walk.end(outcome, status(read), Optional.of(retries.unreachable()));
    }

    /** Without HTTP there is no status to see, only a connection that ends. */
    private static OptionalInt status(boolean read) {
        return read ? OptionalInt.of(UNAVAILABLE) : OptionalInt.empty();
    }

    private Journey sent(boolean read) {
        Request request = walk.request();
        if (!read) {
            walk.ok(Part.SEND, said("send-bytes"));
            return walk.end(Outcome.REACHED);
        }
        String version = walk.upstream().http().orElse("1.1");
        boolean needs2 = request.speech() == Request.Speech.HTTP2 && version.equals("1.1");
        if (needs2) {
            walk.warn(
                    Part.SEND,
                    said("send-http1-for-http2", "method", request.method()),
                    cluster.port().place());
        } else {
            walk.ok(Part.SEND, said("send-http", "method", request.method(), "version", version));
        }
        walk.assume("answer", "any path answers");
        return walk.end(Outcome.REACHED);
    }
}
