package dev.egresso.outside;

import java.util.List;
import java.util.Optional;

/**
 * How TLS began.
 *
 * @param version such as {@code TLSv1.3}
 * @param offered in ALPN
 * @param alpn what the server chose; empty if it chose nothing
 * @param chain the server's own certificate first
 * @param distrust nothing if the chain is trusted
 * @param asksForCertificate whether the server wanted one of the client
 */
public record Hello(
        String version,
        Optional<String> sni,
        List<String> offered,
        Optional<String> alpn,
        List<Certificate> chain,
        List<Distrust> distrust,
        boolean asksForCertificate) {
    public Hello {
        offered = List.copyOf(offered);
        chain = List.copyOf(chain);
        distrust = List.copyOf(distrust);
    }
}
