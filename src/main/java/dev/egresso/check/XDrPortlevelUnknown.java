package dev.egresso.check;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings for a port name the number that routes use, not the port that is dialled. */
final class XDrPortlevelUnknown extends Rule {

    XDrPortlevelUnknown() {
        super("x-dr-portlevel-unknown", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (DestinationRule rule : set.registry().destinationRules()) {
            Optional<MeshService> service =
                    set.registry().services(rule.host()).stream().findFirst();
            if (service.isPresent() && !service.get().assumed()) {
                unknown(rule, service.get(), set)
                        .forEach(port -> found.at(
                                port,
                                meant(port, service.get(), rule),
                                "host",
                                rule.host().name(),
                                "port",
                                port.textOrEmpty(),
                                "ports",
                                service.get().ports().stream()
                                        .map(each -> Integer.toString(each.number()))
                                        .collect(Collectors.joining(", "))));
            }
        }
    }

    private static List<Place> unknown(DestinationRule rule, MeshService service, ResourceSet set) {
        return levels(rule)
                .map(level -> level.at("port", "number"))
                .filter(port -> port.number().isPresent()
                        && set.registry().services(service.host()).stream()
                                .noneMatch(each ->
                                        each.port(port.number().getAsInt()).isPresent()))
                .toList();
    }

    /** The port that is dialled at that number, or the only one, as long as it has no settings yet. */
    private static Optional<Fix> meant(Place port, MeshService service, DestinationRule rule) {
        int number = port.number().orElse(0);
        List<ServicePort> dialled = service.ports().stream()
                .filter(each -> each.target().orElse(0) == number)
                .toList();
        List<ServicePort> candidates = dialled.isEmpty() ? service.ports() : dialled;
        return candidates.size() == 1
                        && levels(rule).noneMatch(level -> level.at("port", "number")
                                .is(Integer.toString(candidates.get(0).number())))
                ? Optional.of(Fix.set(port, candidates.get(0).number()))
                : Optional.empty();
    }

    private static Stream<Place> levels(DestinationRule rule) {
        return rule.trafficPolicy().at("portLevelSettings").items().stream();
    }

    /** Whether the rule starts TLS, but for a port that the service does not have. */
    static boolean startsTlsForUnknown(DestinationRule rule, MeshService service) {
        return levels(rule)
                .anyMatch(level -> Policies.originates(level.at("tls"))
                        && level.at("port", "number").number().isPresent()
                        && service.port(level.at("port", "number").number().getAsInt())
                                .isEmpty());
    }
}
