package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Applications that start TLS themselves must not have it started again on the way. */
final class XDrDoubleTls extends Rule {

    XDrDoubleTls() {
        super("x-dr-double-tls", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        Set<Place> said = new HashSet<>();
        for (Target target : set.targets()) {
            boolean sealed = target.route().block() == Route.Block.TLS
                    && target.service().isExternal();
            target.originated()
                    .filter(tls -> sealed && said.add(tls))
                    .ifPresent(
                            tls -> found.at(tls, "host", target.route().host().name()));
        }
        for (Place spec : set.specs(Kind.SERVICE_ENTRY)) {
            unrouted(spec, set)
                    .filter(said::add)
                    .forEach(tls -> found.at(
                            tls, "host", spec.at("hosts").items().get(0).textOrEmpty()));
        }
    }
    /** TLS in force for a sealed port that no route leads to, so that only applications use it. */
    private static Stream<Place> unrouted(Place spec, ResourceSet set) {
        String caller = spec.manifest().namespace();
        return spec.at("hosts").items().stream()
                .map(host -> HostName.asWritten(host.textOrEmpty()))
                .flatMap(host -> set.service(host, caller).stream())
                .filter(service -> service.isExternal() && service.manifest() == spec.manifest())
                .flatMap(service -> service.ports().stream()
                        .filter(port -> port.protocol().isTls() && !isRouted(service, port, set))
                        .flatMap(port -> set
                                .registry()
                                .destinationRule(service, caller)
                                .filter(rule -> !rule.selectsWorkloads())
                                .map(rule -> rule.tls("", port.number()))
                                .stream()))
                .filter(Policies::originates);
    }

    /** A route to a port that there is not was most likely meant for this one. */
    private static boolean isRouted(MeshService service, ServicePort port, ResourceSet set) {
        return set.targetsAt(service.host()).stream().anyMatch(target -> target.port()
                .map(known -> known.number() == port.number())
                .orElse(true));
    }
}
