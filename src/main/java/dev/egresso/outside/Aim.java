package dev.egresso.outside;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.ExternalUrl;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.Port;
import dev.egresso.mesh.Protocol;
import dev.egresso.mesh.Scheme;
import dev.egresso.trace.Upstream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a sidecar that obeys the answers would dial, greet and ask: the aim of a probe.
 *
 * @param host that is looked up; an address as it is
 * @param tls whether TLS stands around the connection, whoever starts it
 * @param sni the name in the greeting; empty for none
 * @param bySidecar whether the sidecar starts TLS, so that a DestinationRule decides about the certificate
 * @param pinned the names of which the certificate has to have one; none if Istio compares it with the SNI
 * @param ownTrust the file of certificate authorities that the answers name, or else the usual ones
 * @param certificate whether the answers have a client certificate
 * @param http2 whether the upstream connection is HTTP/2
 * @param authority the Host header
 * @param path with the query
 * @param pathMatters whether apps are led to this very path, so that it has to exist
 */
public record Aim(
        String host,
        int port,
        Talk talk,
        boolean tls,
        Optional<String> sni,
        boolean bySidecar,
        List<String> pinned,
        Optional<String> ownTrust,
        boolean certificate,
        boolean http2,
        String authority,
        String path,
        boolean pathMatters) {
    private static final String AUTO = "auto";

    public Aim {
        pinned = List.copyOf(pinned);
    }

    /**
     * Empty as long as the external URL is not clear, or names no single host.
     *
     * @param upstream of a request that uses the route, where there is one
     * @param asked whether a person chose that request
     */
    public static Optional<Aim> of(Draft draft, Optional<Upstream> upstream, boolean asked) {
        return draft.externalUrl().filter(url -> !url.isWildcard()).flatMap(url -> draft.dialledPort()
                .map(port -> of(draft, url, port, upstream, asked)));
    }

    private static Aim of(Draft draft, ExternalUrl url, Port port, Optional<Upstream> upstream, boolean asked) {
        String starter = text(draft, FieldId.TLS);
        boolean tls = !starter.equals("none") && !starter.isEmpty();
        boolean bySidecar = starter.equals("mesh");
        Optional<String> name = IpAddress.read(url.host()).isPresent() ? Optional.empty() : Optional.of(url.host());
        boolean replaced = text(draft, FieldId.PATH).equals("replace");
        boolean http2 = text(draft, FieldId.PROTOCOL).matches("HTTP2|GRPC");
        return new Aim(
                url.host(),
                port.number(),
                talk(draft, url),
                tls,
                tls
                        ? upstream.flatMap(Upstream::sni)
                                .or(() -> bySidecar ? sni(draft).or(() -> name) : name)
                        : name,
                bySidecar,
                bySidecar ? pinned(draft) : List.of(),
                Optional.of(text(draft, FieldId.CA_CERTIFICATES))
                        .filter(file -> bySidecar && !file.isEmpty() && !file.equals("system")),
                text(draft, FieldId.TLS_MODE).equals("MUTUAL"),
                upstream.flatMap(Upstream::http).map("2"::equals).orElse(http2),
                upstream.filter(sent -> bySidecar || !tls)
                        .flatMap(Upstream::authority)
                        .orElseGet(() -> url.authority() + (isUsual(url, port) ? "" : ":" + port)),
                path(draft, url, upstream, asked),
                asked || replaced);
    }

    private static Optional<String> sni(Draft draft) {
        return Optional.of(text(draft, FieldId.SNI)).filter(sni -> !sni.isEmpty() && !sni.equals(AUTO));
    }

    private static List<String> pinned(Draft draft) {
        return Stream.of(text(draft, FieldId.SUBJECT_ALT_NAMES).split("[,\\s]+"))
                .filter(name -> !name.isEmpty() && !name.equals(AUTO))
                .toList();
    }

    private static boolean isUsual(ExternalUrl url, Port port) {
        return url.portWritten().isEmpty() || port.number() == 443 || port.number() == 80;
    }

    /** A request that nobody chose has a path of its own invention below a base, so the base itself is asked for. */
    private static String path(Draft draft, ExternalUrl url, Optional<Upstream> upstream, boolean asked) {
        String own = url.path().isEmpty() ? "/" : url.path();
        boolean led = asked || text(draft, FieldId.PATH).equals("replace");
        return led ? upstream.flatMap(Upstream::path).orElse(own) : own;
    }

    private static Talk talk(Draft draft, ExternalUrl url) {
        if (url.scheme() == Scheme.POSTGRES) {
            return Talk.POSTGRES;
        }
        if (url.scheme() == Scheme.MYSQL) {
            return Talk.MYSQL;
        }
        String protocol = text(draft, FieldId.PROTOCOL);
        if (protocol.equals(Protocol.GRPC.word())) {
            return Talk.GRPC;
        }
        boolean http = Stream.of(Protocol.HTTP, Protocol.HTTPS, Protocol.HTTP2)
                .anyMatch(each -> each.word().equals(protocol));
        return http || url.scheme() == Scheme.HTTPS ? Talk.HTTP : Talk.BYTES;
    }

    private static String text(Draft draft, FieldId field) {
        return draft.setting(field).text();
    }

    /** What the sidecar offers in ALPN; nothing where it passes on what it does not understand. */
    public List<String> alpn() {
        if (talk == Talk.BYTES) {
            return List.of();
        }
        return List.of(http2 ? "h2" : "http/1.1");
    }

    /** The URL that is asked for. */
    public String url() {
        return (tls ? "https://" : "http://") + authority + path;
    }
}
