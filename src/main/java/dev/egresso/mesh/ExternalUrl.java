package dev.egresso.mesh;

import java.util.Optional;

/**
 * The address outside the mesh, taken apart.
 *
 * @param scheme as written, or the likely one for a bare host
 * @param schemeWritten whether the scheme was in the text
 * @param host lower case, in ASCII (IDN as punycode), without a trailing dot; an IPv6 address without brackets
 * @param portWritten the port, if it was in the text
 * @param path starts with a slash, or is empty; percent-encoded; without query and fragment
 */
public record ExternalUrl(Scheme scheme, boolean schemeWritten, String host, Optional<Port> portWritten, String path) {

    /** Reads what a person typed or pasted. */
    public static Reading<ExternalUrl> read(String text) {
        return new UrlReader(text).read();
    }

    /** The text without user name and password, which are never kept. */
    public static String withoutCredentials(String text) {
        return UrlReader.CREDENTIALS.matcher(text).replaceFirst("$1");
    }

    public Optional<IpAddress> ip() {
        return IpAddress.read(host);
    }

    public boolean isWildcard() {
        return host.startsWith("*.");
    }

    public boolean hasPath() {
        return !path.isEmpty() && !path.equals("/");
    }
}
