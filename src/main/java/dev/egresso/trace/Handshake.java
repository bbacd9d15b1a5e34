package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Both ends have to agree who starts TLS and for which name. */
final class Handshake {
    private static final int UNAVAILABLE = 503;

    private final Walk walk;
    private final Cluster cluster;
    private final TlsSettings tls;
    private final boolean read;
    private final Server server;

    Handshake(Walk walk, Cluster cluster, TlsSettings tls, boolean read) {
        this.walk = walk;
        this.cluster = cluster;
        this.tls = tls;
        this.read = read;
        this.server = new Server(cluster, walk);
    }

    /** Where the way ends, if it ends here. */
    Optional<Journey> shake(Retries retries) {
        boolean sealed = walk.request().speech() == Request.Speech.SEALED && !read;
        if (sealed) {
            return tls.starts() ? twice() : byApplication();
        }
        return tls.starts() ? bySidecar(retries) : inTheClear();
    }

    private Optional<Journey> twice() {
        walk.fail(Part.TLS, said("tls-twice", "host", host()), settings());
        return Optional.of(walk.end(Outcome.TLS_FAILURE));
    }

    private Optional<Journey> byApplication() {
        String name = walk.request().host();
        if (server.isPlain()) {
            walk.fail(
                    Part.TLS,
                    said("tls-app-plain-server", "host", host(), "port", port()),
                    cluster.port().place());
            return Optional.of(walk.end(Outcome.TLS_FAILURE));
        }
        if (cluster.service().isExternal() && !server.proves(List.of(name))) {
            walk.fail(
                    Part.TLS,
                    said("tls-app-other-name", "name", name, "host", host()),
                    cluster.service().place());
            return Optional.of(walk.end(Outcome.TLS_FAILURE));
        }
        server.assumeTls();
        walk.ok(Part.TLS, said("tls-app", "name", name));
        return Optional.empty();
    }

    private Optional<Journey> bySidecar(Retries retries) {
        if (tls.isOfMesh() && cluster.service().isExternal()) {
            return failed(retries, "tls-of-mesh", "host", host());
        }
        if (server.isPlain() && !tls.isOfMesh()) {
            return failed(retries, "tls-plain-server", "host", host(), "port", port());
        }
        server.assumeTls();
        for (List<String> names : tls.names()) {
            if (!isBelieved(names) && !server.proves(names)) {
                return failed(retries, "tls-other-name", "name", String.join(", ", names), "host", host());
            }
        }
        sayStarted();
        return Optional.empty();
    }

    /** Settings that ask for a name and check for the same are believed: the server shows what it is asked for. */
    private boolean isBelieved(List<String> names) {
        boolean written = tls.place().filter(place -> place.at("sni").exists()).isPresent();
        return written && tls.sni().filter(names::contains).isPresent();
    }

    private void sayStarted() {
        String sni = tls.sni().orElse("");
        if (tls.isOfMesh()) {
            walk.ok(Part.TLS, said("tls-in-mesh", "host", host()), settings());
        } else if (tls.checksNothing()) {
            walk.warn(
                    Part.TLS,
                    said(sni.isEmpty() ? "tls-unnamed" : "tls-unchecked", "sni", sni, "host", host()),
                    settings());
        } else {
            String names = String.join(", ", tls.names().get(tls.names().size() - 1));
            String id = sni.isEmpty() ? "tls-checked-without-sni" : "tls-checked";
            walk.ok(Part.TLS, said(id, "sni", sni, "name", names, "mode", tls.mode()), settings());
        }
    }

    private Optional<Journey> failed(Retries retries, String id, String... arguments) {
        walk.fail(Part.TLS, said(id, arguments), telling(id));
        OptionalInt status = read ? OptionalInt.of(UNAVAILABLE) : OptionalInt.empty();
        return Optional.of(walk.end(Outcome.TLS_FAILURE, status, Optional.of(retries.unreachable())));
    }

    /** The name comes from the settings, or from the rewrite that the settings follow. */
    private Place[] telling(String id) {
        Optional<Place> names = tls.place()
                .filter(place -> id.equals("tls-other-name"))
                .map(place -> place.at("subjectAltNames"))
                .filter(Place::exists);
        if (names.isPresent()) {
            return new Place[] {names.get()};
        }
        Place[] rewriting = id.equals("tls-other-name") ? walk.deciding(Part.REWRITE, "rewrite-host") : new Place[0];
        return rewriting.length > 0 ? rewriting : settings();
    }

    private Optional<Journey> inTheClear() {
        if (!server.speaksTls()) {
            walk.skip(Part.TLS, said("tls-none", "host", host()));
            return Optional.empty();
        }
        String id = tls.flaw().orElse(tls.place().isPresent() ? "tls-disabled" : "tls-missing");
        Place[] because = tls.place()
                .map(place -> new Place[] {
                    tls.flaw().filter("tls-credential-withheld"::equals).isPresent()
                            ? place.at("credentialName")
                            : place
                })
                .orElseGet(this::policyOrPort);
        walk.fail(Part.TLS, said(id, "host", host(), "port", port()), because);
        walk.assume("server-tls", host() + ":" + port());
        return Optional.of(
                walk.end(Outcome.TLS_FAILURE, OptionalInt.empty(), read ? Optional.of("UC") : Optional.empty()));
    }

    private Place[] policyOrPort() {
        Place port = cluster.port().place();
        return cluster.rule()
                .map(rule -> new Place[] {rule.policy(cluster.port().number()), port})
                .orElse(new Place[] {port});
    }

    private Place[] settings() {
        return tls.place().map(place -> new Place[] {place}).orElse(new Place[0]);
    }

    private String host() {
        return cluster.service().host().name();
    }

    private String port() {
        return Integer.toString(walk.upstream().port().orElse(cluster.port().number()));
    }
}
