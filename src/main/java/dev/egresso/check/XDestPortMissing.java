package dev.egresso.check;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Severity;
import java.util.Optional;
import java.util.stream.Collectors;

/** Of several ports a route has to say which. */
final class XDestPortMissing extends RouteRule {

    XDestPortMissing() {
        super("x-dest-port-missing", Severity.ERROR);
    }

    @Override
    boolean holdsForCopies() {
        return true;
    }

    @Override
    void check(Route route, ResourceSet set, Found found) {
        Optional<MeshService> service = set.service(route.host(), route.caller());
        if (service.isPresent()
                && service.get().ports().size() > 1
                && !route.portPlace().exists()) {
            found.at(
                    route.portPlace(),
                    "host",
                    route.host().name(),
                    "ports",
                    service.get().ports().stream()
                            .map(port -> Integer.toString(port.number()))
                            .collect(Collectors.joining(", ")));
        }
    }
}
