package dev.egresso.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a server is asked: scheme, host, port and the prefix of its paths, such as Rancher's {@code /k8s/clusters/c-1};
 * without a slash at the end, and without the name and password that may stand in it.
 */
record ServerUrl(URI uri, Optional<String> userInfo) {
    /**
     * As kubectl takes it: without a scheme it is http, and so no place to tell credentials to.
     *
     * @return empty for what is no address
     */
    static Optional<ServerUrl> of(String text) {
        String whole = text.strip();
        if (!whole.contains("://")) {
            whole = "http://" + whole;
        }
        try {
            URI given = new URI(whole);
            String scheme = given.getScheme().toLowerCase(Locale.ROOT);
            if (given.getHost() == null || !scheme.equals("https") && !scheme.equals("http")) {
                return Optional.empty();
            }
            String port = given.getPort() < 0 ? "" : ":" + given.getPort();
            String prefix = given.getRawPath().replaceAll("/+$", "");
            return Optional.of(new ServerUrl(
                    new URI(scheme + "://" + given.getHost() + port + prefix),
                    Optional.ofNullable(given.getUserInfo())));
        } catch (URISyntaxException nonsense) {
            return Optional.empty();
        }
    }

    /** As a person may see it: no name and password. */
    static String shown(String text) {
        return text.replaceFirst("(?<=://|^)[^/@]*@", "");
    }

    boolean isTls() {
        return uri.getScheme().equals("https");
    }

    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : isTls() ? 443 : 80;
    }

    /** Host and port, as a proxy is asked for them. */
    String authority() {
        return uri.getHost() + ":" + port();
    }

    /** What is asked there is asked on this machine. */
    boolean isLoopback() {
        return host().equalsIgnoreCase("localhost")
                || host().matches("127(\\.[0-9]{1,3}){3}")
                || host().equals("::1")
                || host().equals("0:0:0:0:0:0:0:1");
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
