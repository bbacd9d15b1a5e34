package dev.egresso.check;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A port of bytes without an address of its own takes all traffic of that number, other services' too. */
final class XTcpPortClash extends Rule {

    XTcpPortClash() {
        super("x-tcp-port-clash", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {

        Map<Integer, List<Use>> uses = new LinkedHashMap<>();
        for (MeshService service : set.registry().services()) {
            for (ServicePort port : service.ports()) {
                boolean everywhere = port.protocol().isHttp()
                        || !service.isKubernetes() && service.addresses().isEmpty();
                if (port.number() > 0 && everywhere) {
                    uses.computeIfAbsent(port.number(), number -> new ArrayList<>())
                            .add(new Use(service, port));
                }
            }
        }
        uses.values().forEach(those -> check(those, found));
    }

    private record Use(MeshService service, ServicePort port) {
        boolean isOpaque() {
            return port.protocol().isTcp() && !port.protocol().isTls();
        }

        boolean clashesWith(Use other) {
            boolean otherKind = other.port.protocol().isHttp()
                    || port.protocol().standsAlone() && other.port.protocol() != port.protocol();
            return otherKind && !other.service.host().equals(service.host());
        }
    }

    private static void check(List<Use> uses, Found found) {
        List<Use> kinds = new ArrayList<>();
        for (Use use : uses) {
            if (kinds.size() < FEW
                    && kinds.stream()
                                    .filter(kind ->
                                            kind.port().protocol() == use.port().protocol())
                                    .count()
                            < 2) {
                kinds.add(use);
            }
        }
        uses.stream().filter(Use::isOpaque).forEach(use -> kinds.stream()
                .filter(use::clashesWith)
                .findFirst()
                .ifPresent(other -> found.at(
                        use.port().place(),
                        "port",
                        Integer.toString(use.port().number()),
                        "host",
                        use.service().host().name(),
                        "other",
                        other.service().host().name())));
    }

    /** Two uses of each protocol are enough to name one that clashes. */
    private static final int FEW = 30;
}
