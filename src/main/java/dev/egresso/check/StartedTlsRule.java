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

/**
 * A rule about connections that a DestinationRule wraps in TLS although they must not be: on the ways that routes take,
 * and on those of applications that call the external host by themselves.
 */
abstract class StartedTlsRule extends Rule {

    StartedTlsRule(String id) {
        super(id, Severity.ERROR);
    }

    /** Whether TLS is wrong on this way. */
    abstract boolean forbids(Target target);

    /** Whether TLS is wrong for what applications send to this port, which no route of the set need lead to. */
    abstract boolean forbids(MeshService service, ServicePort port, ResourceSet set);

    @Override
    final void check(ResourceSet set, Found found) {
        Set<Place> said = new HashSet<>();
        for (Target target : set.targets()) {
            target.originated()
                    .filter(tls -> forbids(target) && said.add(tls))
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

    private Stream<Place> unrouted(Place spec, ResourceSet set) {
        String caller = spec.manifest().namespace();
        return spec.at("hosts").items().stream()
                .map(host -> HostName.asWritten(host.textOrEmpty()))
                .flatMap(host -> set.service(host, caller).stream())
                .filter(service -> service.isExternal() && service.manifest() == spec.manifest())
                .flatMap(service -> service.ports().stream()
                        .filter(port -> forbids(service, port, set))
                        .flatMap(port -> set
                                .registry()
                                .destinationRule(service, caller)
                                .filter(rule -> !rule.selectsWorkloads())
                                .map(rule -> rule.tls("", port.number()))
                                .stream()))
                .filter(Policies::originates);
    }
}
