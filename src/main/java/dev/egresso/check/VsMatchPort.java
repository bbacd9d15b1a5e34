package dev.egresso.check;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A match names the port that the application calls, and is left out of all other listeners. */
final class VsMatchPort extends Rule {

    VsMatchPort() {
        super("vs-match-port", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (VirtualService service : set.registry().virtualServices()) {
            Stream.of(Route.Block.values())
                    .flatMap(block -> service.spec().at(block.field()).items().stream())
                    .flatMap(rule -> rule.at("match").items().stream())
                    .map(match -> match.at("port"))
                    .filter(Place::exists)
                    .forEach(port -> check(port, service, set, found));
        }
    }

    private static void check(Place port, VirtualService service, ResourceSet set, Found found) {
        if (Ports.isOutside(port) && !port.is("0")) {
            found.at(port, "port", port.textOrEmpty(), "host", "any host", "ports", "1 to 65535");
            return;
        }
        List<MeshService> services = service.hosts().stream()
                .flatMap(host -> set.service(host.name(), service.namespace()).stream())
                .toList();
        int number = port.number().orElse(0);
        boolean complete =
                service.inMesh() && services.size() == service.hosts().size() && !services.isEmpty() && number > 0;
        if (complete && services.stream().noneMatch(each -> each.port(number).isPresent())) {
            String ports = services.stream()
                    .flatMap(each -> each.ports().stream())
                    .map(each -> Integer.toString(each.number()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            found.at(
                    port,
                    only(services).map(one -> Fix.set(port, one)),
                    "port",
                    Integer.toString(number),
                    "host",
                    service.hosts().get(0).place().textOrEmpty(),
                    "ports",
                    ports);
        }
    }

    private static Optional<Integer> only(List<MeshService> services) {
        List<Integer> numbers = services.stream()
                .flatMap(service -> service.ports().stream())
                .map(ServicePort::number)
                .distinct()
                .toList();
        return numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }
}
