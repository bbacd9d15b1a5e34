package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** TLS is started towards a port where the server speaks plain HTTP. */
final class XDrTlsOnPlain extends Rule {

    XDrTlsOnPlain() {
        super("x-dr-tls-on-plain", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        Set<Place> said = new HashSet<>();
        for (Target target : set.targets()) {
            boolean plain =
                    target.service().isExternal() && target.protocol().isHttpOrSniffed() && target.dialled() == 80;
            target.originated()
                    .filter(tls -> plain && said.add(tls))
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
    /** TLS in force for applications that call port 80 of the host by themselves. */
    private static Stream<Place> unrouted(Place spec, ResourceSet set) {
        String caller = spec.manifest().namespace();
        return spec.at("hosts").items().stream()
                .filter(host ->
                        set.targetsAt(HostName.asWritten(host.textOrEmpty())).isEmpty())
                .flatMap(host -> set.service(HostName.asWritten(host.textOrEmpty()), caller).stream())
                .filter(MeshService::isExternal)
                .flatMap(
                        service -> service.ports().stream()
                                .filter(port -> port.protocol().isHttpOrSniffed()
                                        && port.target().orElse(port.number()) == 80)
                                .flatMap(port -> set
                                        .registry()
                                        .destinationRule(service, caller)
                                        .map(rule -> rule.tls("", port.number()))
                                        .stream()))
                .filter(Policies::originates);
    }
}
