package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.Place;

/** How a route came to be taken, as a sentence. */
final class RouteSaid {
    private RouteSaid() {}

    static Walk.Said of(HttpRoute route, String path) {
        if (route.match().isEmpty()) {
            return said("route-any", "path", path);
        }
        for (Place condition : route.match().get().at("uri").fields()) {
            return said("route-matched", "kind", condition.key(), "text", condition.textOrEmpty(), "path", path);
        }
        return said("route-matched-otherwise", "path", path);
    }
}
