package dev.egresso.check;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.Optional;

/** A route names a port number of the ServiceEntry, not the port that is dialled in the end. */
final class XDestPortNotInSe extends RouteRule {

    XDestPortNotInSe() {
        super("x-dest-port-not-in-se", Severity.ERROR);
    }

    @Override
    boolean holdsForCopies() {
        return true;
    }

    @Override
    void check(Route route, ResourceSet set, Found found) {
        Optional<MeshService> service = set.service(route.host(), route.caller());
        if (service.isEmpty() || route.port().isEmpty() || service.get().assumed()) {
            return;
        }
        int port = route.port().getAsInt();
        boolean offered = set.offers(route.host()).stream()
                .anyMatch(each -> each.port(port).isPresent());
        if (!offered && !service.get().ports().isEmpty()) {
            List<String> ports = service.get().ports().stream()
                    .map(each -> Integer.toString(each.number()))
                    .toList();
            if (ports.size() == 1) {
                found.at(
                        route.portPlace(),
                        Fix.set(route.portPlace(), service.get().ports().get(0).number()),
                        "host",
                        route.host().name(),
                        "port",
                        Integer.toString(port),
                        "ports",
                        ports.get(0));
            } else {
                found.at(
                        route.portPlace(),
                        "host",
                        route.host().name(),
                        "port",
                        Integer.toString(port),
                        "ports",
                        String.join(", ", ports));
            }
        }
    }
}
