package dev.egresso.trace;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;

/**
 * The routes for some hosts.
 *
 * @param domains the Host headers that it is for
 * @param service the service that gave it its name, if the mesh knows it
 * @param place the host in the rule or in the service
 */
record VirtualHost(
        HostName name, List<HostName> domains, List<HttpRoute> routes, Optional<MeshService> service, Place place) {
    VirtualHost {
        domains = List.copyOf(domains);
        routes = List.copyOf(routes);
    }
}
