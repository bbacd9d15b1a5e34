package dev.egresso.check;

import dev.egresso.mesh.Discovery;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules for http, tls and tcp are each for ports that speak that. */
final class XIntPortProto extends Rule {

    XIntPortProto() {
        super("x-int-port-proto", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (VirtualService service : set.registry().virtualServices()) {
            for (Route.Block block : service.inMesh() ? Route.Block.values() : new Route.Block[0]) {
                if (!service.spec().at(block.field()).isEmpty()) {
                    check(service, block, set, found);
                }
            }
        }
    }

    private static void check(VirtualService service, Route.Block block, ResourceSet set, Found found) {
        List<ServicePort> ports = new ArrayList<>();
        for (VirtualService.Host host : service.hosts()) {
            Optional<MeshService> known = set.service(host.name(), service.namespace());
            if (known.isEmpty()
                    || known.get().discovery() == Discovery.ALIAS
                    || known.get().ports().isEmpty()) {
                return;
            }
            ports.addAll(known.get().ports());
        }
        if (!ports.isEmpty() && ports.stream().noneMatch(port -> fits(port.protocol(), block))) {
            String protocols = ports.stream()
                    .map(port -> port.protocol().name())
                    .distinct()
                    .collect(Collectors.joining(", "));
            found.at(
                    service.spec().at(block.field()),
                    "block",
                    block.field(),
                    "host",
                    service.hosts().get(0).place().textOrEmpty(),
                    "protocols",
                    protocols,
                    "wanted",
                    block == Route.Block.TLS ? "https" : block.field());
        }
    }

    private static boolean fits(PortProtocol protocol, Route.Block block) {
        return switch (block) {
            case HTTP -> protocol.isHttpOrSniffed();
            case TLS -> protocol.isTls() || protocol.isSniffed();
            case TCP -> protocol.isTcp() && !protocol.isTls() || protocol.isSniffed();
        };
    }
}
