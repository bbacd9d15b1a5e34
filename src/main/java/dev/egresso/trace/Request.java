package dev.egresso.trace;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as an application makes it.
 *
 * @param method in upper case
 * @param host without brackets and in lower case, as the application looks it up
 * @param path begins with a slash, without the query
 * @param query with its question mark, or empty
 * @param headers by lower-case name
 * @param fromNamespace where the application runs, if that was said
 */
public record Request(
        String method,
        Speech speech,
        String scheme,
        String host,
        int port,
        String path,
        String query,
        Map<String, String> headers,
        Optional<String> fromNamespace) {
    /** What the application speaks on the wire. */
    public enum Speech {
        HTTP,
        /** HTTP/1.0, which sidecars refuse unless they are told otherwise. */
        HTTP10,
        HTTP2,
        /** Something inside of TLS that the application starts. */
        SEALED,
        /** Neither HTTP nor TLS. */
        RAW;

        public boolean isHttp() {
            return this == HTTP || this == HTTP10 || this == HTTP2;
        }
    }

    private static final Pattern VERSION = Pattern.compile("(\\S.*)\\s+HTTP/(1\\.0|1\\.1|2|2\\.0)");

    public Request {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Reads {@code GET http://webserver/x}; the method may be left out, and the version of HTTP stand at the end. */
    public static Optional<Request> read(String text) {
        Matcher versioned = VERSION.matcher(text.strip());
        if (versioned.matches()) {
            return read(versioned.group(1)).map(request -> request.in(versioned.group(2)));
        }
        String[] words = text.strip().split("\\s+");
        if (words.length > 2 || words[0].isEmpty()) {
            return Optional.empty();
        }
        String method = words.length == 2 ? words[0].toUpperCase(Locale.ROOT) : "GET";
        String url = words[words.length - 1];
        try {
            return method.matches("[A-Z-]{1,20}")
                    ? of(method, URI.create(url.contains("://") ? url : "http://" + url))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Request in(String version) {
        Speech spoken = !speech.isHttp()
                ? speech
                : version.equals("1.0") ? Speech.HTTP10 : version.startsWith("2") ? Speech.HTTP2 : Speech.HTTP;
        return new Request(method, spoken, scheme, host, port, path, query, headers, fromNamespace);
    }

    private static Optional<Request> of(String method, URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = hostAndPort.lastIndexOf(':');
        boolean hasPort = colon > hostAndPort.lastIndexOf(']');
        String host = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
        Speech speech = speech(scheme);
        Optional<Integer> port = hasPort ? port(hostAndPort.substring(colon + 1)) : usualPort(scheme);
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return Optional.of(new Request(
                method,
                speech,
                scheme,
                bare.toLowerCase(Locale.ROOT),
                port.get(),
                path,
                url.getRawQuery() == null ? "" : "?" + url.getRawQuery(),
                Map.of("host", hasPort && port.equals(usualPort(scheme)) ? host : hostAndPort),
                Optional.empty()));
    }

    private static Speech speech(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> Speech.HTTP;
            case "h2c", "grpc" -> Speech.HTTP2;
            case "https", "wss", "tls", "h2", "grpcs", "rediss", "ldaps", "amqps", "mqtts" -> Speech.SEALED;
            default -> Speech.RAW;
        };
    }

    private static Optional<Integer> usualPort(String scheme) {
        return switch (scheme) {
            case "http", "ws", "h2c", "grpc" -> Optional.of(80);
            case "https", "wss", "tls", "h2", "grpcs" -> Optional.of(443);
            case "redis" -> Optional.of(6379);
            case "rediss" -> Optional.of(6380);
            case "mongodb" -> Optional.of(27_017);
            case "postgres", "postgresql" -> Optional.of(5432);
            case "mysql" -> Optional.of(3306);
            case "ldaps" -> Optional.of(636);
            case "amqps" -> Optional.of(5671);
            case "mqtts" -> Optional.of(8883);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> port(String digits) {
        if (!digits.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        return number < 1 || number > 65_535 ? Optional.empty() : Optional.of(number);
    }

    public Request withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals("host") || key.equals(":authority")) {
            more.put("host", value);
        } else {
            more.merge(key, value, (first, second) -> first + "," + second);
        }
        return new Request(method, speech, scheme, host, port, path, query, more, fromNamespace);
    }

    public Request from(String namespace) {
        return new Request(method, speech, scheme, host, port, path, query, headers, Optional.of(namespace));
    }

    /** The Host header, with the port where the URL wrote an unusual one. */
    public String authority() {
        return headers.getOrDefault("host", "");
    }

    /** The value of a header, if the request has it. @param name in lower case */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public String toString() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        boolean usual = usualPort(scheme).equals(Optional.of(port));
        return method + " " + scheme + "://" + shown + (usual ? "" : ":" + port) + path + query
                + (speech == Speech.HTTP10 ? " HTTP/1.0" : "");
    }
}
