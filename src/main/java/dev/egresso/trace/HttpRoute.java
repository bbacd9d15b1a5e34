package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.Optional;

/**
 * A way on for requests.
 *
 * @param rule what it does, none if the service leads to itself
 * @param place the entry of {@code spec.http}, or the service
 * @param match the conditions of the request, none if all are taken
 */
record HttpRoute(Optional<HttpRule> rule, Place place, Optional<Conditions> match) {
    static HttpRoute to(Place service) {
        return new HttpRoute(Optional.empty(), service, Optional.empty());
    }

    static HttpRoute of(HttpRule rule, Optional<Conditions> match) {
        return new HttpRoute(Optional.of(rule), rule.own(), match);
    }

    /** Where a setting of the rule stands, or would stand. */
    Place at(String key) {
        return rule.map(found -> found.at(key)).orElseGet(() -> place.at("no-rule", key));
    }

    /** Nothing gets past it, so istiod leaves out what follows ({@code IsCatchAllRoute}). */
    boolean takesAll() {
        return match.map(HttpRoute::takesAll).orElse(true);
    }

    private static boolean takesAll(Conditions match) {
        Place uri = match.at("uri");
        boolean anyPath = uri.at("prefix").textOrEmpty().equals("/")
                || uri.at("regex").textOrEmpty().equals(".*")
                || uri.fields().isEmpty();
        return anyPath
                && match.named("headers").isEmpty()
                && match.named("withoutHeaders").isEmpty()
                && match.named("queryParams").isEmpty()
                && !match.at("method").exists()
                && !match.at("authority").exists()
                && !match.at("scheme").exists();
    }
}
