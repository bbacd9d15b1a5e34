package dev.egresso.check;

import java.util.Set;
import java.util.regex.Pattern;

/** Names of headers, as HTTP and Istio have them. */
final class HeaderName {
    private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");
    private static final Set<String> PSEUDO = Set.of(":method", ":scheme", ":authority", ":path", ":status");
    private static final Pattern CLAIM =
            Pattern.compile("@request\\.auth\\.claims(?:\\..+|\\[.+\\])", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private HeaderName() {}

    static boolean isToken(String name) {
        return TOKEN.matcher(name).matches();
    }

    static boolean isPseudo(String name) {
        return PSEUDO.contains(name);
    }

    /** Whether a match by this name asks for a claim of the caller's token ({@code ToRoutingClaim} in {@code pkg/jwt}). */
    static boolean isClaim(String name) {
        return CLAIM.matcher(name).matches();
    }
}
