package dev.egresso.outside;

import java.time.Instant;
import java.util.List;

/**
 * A certificate as a server showed it.
 *
 * @param subject whose it is, in one name
 * @param issuer who signed it, in one name
 * @param names the alternative names for hosts and addresses, the only ones that count
 */
public record Certificate(String subject, String issuer, List<String> names, Instant from, Instant until) {
    public Certificate {
        names = List.copyOf(names);
    }

    public boolean isFor(String name) {
        return names.stream().anyMatch(own -> covers(own, name));
    }

    /** A star stands for one whole label at the beginning (RFC 6125, section 6.4.3, as Envoy reads it). */
    private static boolean covers(String own, String name) {
        if (own.equalsIgnoreCase(name)) {
            return true;
        }
        int dot = name.indexOf('.');
        return own.startsWith("*.") && dot > 0 && own.substring(1).equalsIgnoreCase(name.substring(dot));
    }
}
