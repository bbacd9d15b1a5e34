package dev.egresso.cluster;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy on the way to a server.
 *
 * @param userInfo name and password with a colon between, never shown
 */
record ProxyUrl(Scheme scheme, String host, int port, Optional<String> userInfo) {
    /** How a proxy is spoken to. */
    enum Scheme {
        HTTP(80),
        HTTPS(443),
        SOCKS5(1080);

        private final int port;

        Scheme(int port) {
            this.port = port;
        }

        static Optional<Scheme> of(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "http" -> Optional.of(HTTP);
                case "https" -> Optional.of(HTTPS);
                case "socks5", "socks5h" -> Optional.of(SOCKS5);
                default -> Optional.empty();
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A password may hold signs that a URI may not, as client programs of all sorts take them. */
    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z][A-Za-z0-9+.-]*)://(?:(.*)@)?(\\[[0-9A-Fa-f:.]+]|[^:/?#@\\s]+)(?::([0-9]{1,5}))?/?");

    /**
     * The kubeconfig's word first, then the variables, in upper or lower case, as Go reads them for kubectl (httpproxy,
     * FromEnvironment).
     *
     * @throws Troubled for what is no address of a proxy
     */
    static Optional<ProxyUrl> of(Optional<Section> cluster, Map<String, String> environment, ServerUrl server) {
        String given = cluster.map(each -> each.text("proxy-url")).orElse("");
        if (!given.isEmpty()) {
            Section from = cluster.orElseThrow();
            return Optional.of(read(given).orElseThrow(() -> from.trouble("no-proxy-url", "proxy-url")));
        }
        String name = server.isTls() ? "HTTPS_PROXY" : "HTTP_PROXY";
        String text = variable(environment, name);
        if (text.isEmpty() || new DirectHosts(variable(environment, "NO_PROXY")).has(server)) {
            return Optional.empty();
        }
        return Optional.of(read(text.contains("://") ? text : "http://" + text)
                .orElseThrow(() -> Troubled.of("no-proxy-url", "at", name, "field", name)));
    }

    private static String variable(Map<String, String> environment, String name) {
        String upper = environment.getOrDefault(name, "");
        return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
    }

    private static Optional<ProxyUrl> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        Optional<Scheme> scheme = matcher.matches() ? Scheme.of(matcher.group(1)) : Optional.empty();
        return scheme.map(each -> new ProxyUrl(
                each,
                matcher.group(3).replaceAll("[\\[\\]]", ""),
                matcher.group(4) == null ? each.port : Integer.parseInt(matcher.group(4)),
                Optional.ofNullable(matcher.group(2)).map(ProxyUrl::decoded)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** As a person may see it. */
    @Override
    public String toString() {
        return scheme.word() + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
