package dev.egresso.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the external service receives, or would receive if the request got there.
 *
 * @param host the host by which the mesh knows the service
 * @param port the one that is dialled
 * @param sni the name in the TLS greeting, whoever starts TLS
 * @param authority the Host header
 * @param path with the query
 * @param tls the mode, if the sidecar starts TLS
 * @param http {@code 1.1} or {@code 2}, if the sidecar speaks it
 * @param headers those that the app wrote, and those that the sidecar writes and whose value is known, by lower-case name;
 *     without Host
 */
public record Upstream(
        Optional<String> host,
        OptionalInt port,
        Optional<String> sni,
        Optional<String> authority,
        Optional<String> path,
        Optional<String> tls,
        Optional<String> http,
        Map<String, String> headers) {
    public static final Upstream NOTHING = new Upstream(
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    public Upstream {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    Upstream to(String toHost) {
        return new Upstream(Optional.of(toHost), port, sni, authority, path, tls, http, headers);
    }

    Upstream dialling(int number) {
        return new Upstream(host, OptionalInt.of(number), sni, authority, path, tls, http, headers);
    }

    Upstream greeting(Optional<String> name) {
        return new Upstream(host, port, name, authority, path, tls, http, headers);
    }

    Upstream asking(String forAuthority, String forPath) {
        return new Upstream(host, port, sni, Optional.of(forAuthority), Optional.of(forPath), tls, http, headers);
    }

    Upstream sealedBy(String mode) {
        return new Upstream(host, port, sni, authority, path, Optional.of(mode), http, headers);
    }

    Upstream speaking(String version) {
        return new Upstream(host, port, sni, authority, path, tls, Optional.of(version), headers);
    }

    Upstream carrying(Map<String, String> sent) {
        return new Upstream(host, port, sni, authority, path, tls, http, sent);
    }
}
