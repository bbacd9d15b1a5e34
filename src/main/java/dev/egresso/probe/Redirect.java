package dev.egresso.probe;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Where an answer leads on to. */
final class Redirect {
    private static final String SAFE = "-._~:/?#[]@!$&'()*+,;=%";

    private Redirect() {}

    /** As a whole URL of the web, without user name, password and fragment; empty for anything else. */
    static Optional<URI> uri(URI from, int status, Optional<String> location) {
        if (status < 300 || status > 399 || location.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI to = from.resolve(new URI(encoded(location.get())));
            String scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
            if (to.getHost() == null || !scheme.equals("http") && !scheme.equals("https")) {
                return Optional.empty();
            }
            String port = to.getPort() < 0 ? "" : ":" + to.getPort();
            String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
            String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
            return Optional.of(new URI(scheme + "://" + to.getHost() + port + path + query));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> target(URI from, int status, Optional<String> location) {
        return uri(from, status, location).map(URI::toString);
    }

    private static String encoded(String location) {
        StringBuilder safe = new StringBuilder();
        for (byte octet : location.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            boolean plain = letter < 128 && (Character.isLetterOrDigit(letter) || SAFE.indexOf(letter) >= 0);
            safe.append(plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", (int) letter));
        }
        return safe.toString();
    }
}
