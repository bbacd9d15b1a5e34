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

    /** The text without user name and password, which are never kept; of a pasted command its URL alone. */
    public static String withoutCredentials(String text) {
        return Credentials.without(text);
    }

    public Optional<IpAddress> ip() {
        return IpAddress.read(host);
    }

    /** The host as a URL or a Host header has it: an IPv6 address in brackets. */
    public String authority() {
        return ip().map(IpAddress::authority).orElse(host);
    }

    /** The URL in full, as it was understood; read again it gives the same. */
    public String spelled() {
        return scheme.word() + "://" + authority()
                + portWritten.map(port -> ":" + port).orElse("") + path;
    }

    public boolean isWildcard() {
        return host.startsWith("*.");
    }

    public boolean hasPath() {
        return !path.isEmpty() && !path.equals("/");
    }
}
