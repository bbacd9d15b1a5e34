package dev.egresso.trace;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The routes that a rule gives on a port ({@code BuildHTTPRoutesForVirtualService}): one for each of its matches. */
final class HttpRoutes {
    private HttpRoutes() {}

    static List<HttpRoute> of(VirtualService rule, int port, Sidecar sidecar, Walk walk) {
        List<HttpRoute> routes = new ArrayList<>();
        for (Place http : rule.http()) {
            List<Place> matches = http.at("match").items();
            if (matches.isEmpty()) {
                routes.add(new HttpRoute(Optional.of(rule), http, Optional.empty()));
                return routes;
            }
            for (Place match : matches) {
                if (StaticMatch.holds(match, port, sidecar, walk)) {
                    HttpRoute route = new HttpRoute(Optional.of(rule), http, Optional.of(match));
                    routes.add(route);
                    if (route.takesAll()) {
                        return routes;
                    }
                }
            }
        }
        return routes;
    }
}
