package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The headers as the sidecar sends them on: those of the request, what rules remove, set and add, and what Envoy adds by
 * itself ({@code TranslateHeadersOperations}; removals go before what is added). Host is no part of them.
 */
final class SentHeaders {
    private final Map<String, String> headers = new LinkedHashMap<>();

    SentHeaders(Request request) {
        headers.putAll(request.headers());
        headers.remove("host");
        headers.putIfAbsent("x-forwarded-proto", "http");
    }

    /** @param operations the fields {@code headers}, in the order in which they count */
    Map<String, String> after(List<Place> operations) {
        operations.stream()
                .flatMap(each -> each.at("request", "remove").items().stream())
                .forEach(name -> headers.remove(lower(name.textOrEmpty())));
        for (Place each : operations) {
            changing(each, "set").forEach(header -> headers.put(lower(header.key()), header.textOrEmpty()));
            changing(each, "add")
                    .forEach(header -> headers.merge(
                            lower(header.key()), header.textOrEmpty(), (first, second) -> first + "," + second));
        }
        return headers;
    }

    /** A path that was rewritten is told to the server ({@code finalizePathHeader}). */
    void pathWas(String path) {
        headers.putIfAbsent("x-envoy-original-path", path);
    }

    /** The headers that a rule sets or adds, without those that Envoy keeps for itself. */
    static Stream<Place> changing(Place operations, String how) {
        return operations.at("request", how).fields().stream().filter(header -> !isOwn(header.key()));
    }

    private static boolean isOwn(String name) {
        return name.startsWith(":") || name.equalsIgnoreCase("host");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
