package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.ServicePort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ports of one host and number that more than one ServiceEntry offers. */
final class SharedPorts {
    private record Key(HostName host, int number) {}

    /** A port, and the first one of the same host and number in another ServiceEntry that the same callers see. */
    record Shared(HostName host, ServicePort first, ServicePort later) {}

    private SharedPorts() {}

    static Stream<Shared> of(ResourceSet set) {
        Map<Key, List<MeshService>> seen = new HashMap<>();
        List<Shared> shared = new ArrayList<>();
        for (MeshService service : set.registry().services()) {
            for (ServicePort port : service.isKubernetes() ? List.<ServicePort>of() : service.ports()) {
                List<MeshService> before =
                        seen.computeIfAbsent(new Key(service.host(), port.number()), key -> new ArrayList<>());
                before.stream()
                        .filter(other -> other.manifest() != service.manifest())
                        .filter(other -> XVsHostConflict.meet(other.exportTo(), service.exportTo()))
                        .findFirst()
                        .ifPresent(other -> shared.add(new Shared(
                                service.host(), other.port(port.number()).orElseThrow(), port)));
                before.add(service);
            }
        }
        return shared.stream();
    }
}
