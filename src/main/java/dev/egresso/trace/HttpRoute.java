package dev.egresso.trace;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.VirtualService;
import java.util.Optional;

/**
 * A way on for requests.
 *
 * @param rule the VirtualService, none if the service leads to itself
 * @param http its entry of {@code spec.http}, or the service
 * @param match the conditions of the request, none if all are taken
 */
record HttpRoute(Optional<VirtualService> rule, Place http, Optional<Place> match) {
    static HttpRoute to(Place service) {
        return new HttpRoute(Optional.empty(), service, Optional.empty());
    }

    /** Nothing gets past it, so istiod leaves out what follows ({@code IsCatchAllRoute}). */
    boolean takesAll() {
        return match.map(HttpRoute::takesAll).orElse(true);
    }

    private static boolean takesAll(Place match) {
        boolean anyPath = match.at("uri", "prefix").textOrEmpty().equals("/")
                || match.at("uri", "regex").textOrEmpty().equals(".*")
                || match.at("uri").fields().isEmpty();
        return anyPath
                && match.at("headers").fields().isEmpty()
                && match.at("withoutHeaders").fields().isEmpty()
                && match.at("queryParams").fields().isEmpty()
                && !match.at("method").exists()
                && !match.at("authority").exists()
                && !match.at("scheme").exists();
    }
}
