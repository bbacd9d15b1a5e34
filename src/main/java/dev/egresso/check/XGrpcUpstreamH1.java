package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.Severity;
import java.util.List;

/** gRPC needs HTTP/2 all the way, and the protocol of the port decides what is spoken to the service. */
final class XGrpcUpstreamH1 extends TargetRule {

    XGrpcUpstreamH1() {
        super("x-grpc-upstream-h1", Severity.ERROR);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {

        boolean grpc = target.route().isHttp()
                && target.port().isPresent()
                && (speaksGrpc(target, set) || target.port().get().name().startsWith("grpc"));
        boolean upgraded = target.rule()
                .map(rule -> rule.setting(
                                "connectionPool",
                                target.route().subset(),
                                target.port().map(ServicePort::number).orElse(0))
                        .at("http", "h2UpgradePolicy"))
                .filter(policy -> policy.is("UPGRADE"))
                .isPresent();
        if (grpc && !upgraded && !target.protocol().isHttp2()) {
            Place protocol = target.port().get().place().at("protocol");
            found.at(
                    protocol,
                    Fix.set(protocol, "GRPC"),
                    "host",
                    target.route().host().name(),
                    "protocol",
                    protocol.text().orElse("none"),
                    "port",
                    Integer.toString(target.port().get().number()));
        }
    }
    /** Whether the ports of the internal host speak gRPC and nothing else. */
    static boolean speaksGrpc(Target target, ResourceSet set) {
        List<ServicePort> ports = target.route().by().hosts().stream()
                .flatMap(host -> set.service(host.name(), target.route().caller()).stream())
                .flatMap(service -> service.ports().stream())
                .toList();
        return !ports.isEmpty()
                && ports.stream()
                        .allMatch(port ->
                                port.protocol() == PortProtocol.GRPC || port.protocol() == PortProtocol.GRPC_WEB);
    }
}
