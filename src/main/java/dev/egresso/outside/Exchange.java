package dev.egresso.outside;

import java.util.Optional;

/**
 * One request and its answer.
 *
 * @param status 0 if none came
 * @param version of HTTP, such as {@code HTTP/1.1}
 * @param location where a redirect leads, as a whole URL
 */
public record Exchange(
        String method,
        String url,
        int status,
        String version,
        Optional<String> server,
        Optional<String> location,
        Optional<Fault> fault) {
    public boolean isRedirect() {
        return location.isPresent();
    }

    public static Exchange failed(String method, String url, Fault fault) {
        return new Exchange(method, url, 0, "", Optional.empty(), Optional.empty(), Optional.of(fault));
    }
}
