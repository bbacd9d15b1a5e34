package dev.egresso.trace;

import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The routes that a rule gives on a port ({@code BuildHTTPRoutesForVirtualService}): one for each of its matches. */
final class HttpRoutes {
    private HttpRoutes() {}

    static List<HttpRoute> of(VirtualService service, int port, Sidecar sidecar, Walk walk) {
        List<HttpRoute> routes = new ArrayList<>();
        for (HttpRule rule : HttpRule.of(service, sidecar.registry())) {
            if (rule.matches().isEmpty()) {
                routes.add(HttpRoute.of(rule, Optional.empty()));
                return routes;
            }
            for (Conditions match : rule.matches()) {
                if (StaticMatch.ofHttp(match, port, sidecar, walk)) {
                    HttpRoute route = HttpRoute.of(rule, Optional.of(match));
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
