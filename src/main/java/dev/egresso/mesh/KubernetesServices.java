package dev.egresso.mesh;

import java.util.Locale;

/**
 * Writes the Service that gives the internal host an address in DNS and the sidecar a listener. It selects no pods: the
 * VirtualService leads every request elsewhere.
 */
final class KubernetesServices {
    private KubernetesServices() {}

    static Manifest of(Facts facts) {
        RouteFacts route = facts.route;
        Fact<InternalHost> host = route.internalHost;
        Node protocol = appProtocol(route);
        Node port = new Tree()
                .put("name", protocol)
                .put("appProtocol", protocol)
                .put("port", route.internalPort.scalar(Node.Type.INTEGER, "port", Port::toString))
                .put("protocol", Tree.string("TCP", Tree.fixed("service-transport")))
                .as(route.internalService.originWith(route.internalPort));
        Node spec = new Tree()
                .put("ports", Tree.list(route.internalService.originWith(route.internalPort), port))
                .as(route.internalService.origin());
        Node namespace = host.value()
                .flatMap(InternalHost::namespace)
                .<Node>map(named -> Tree.string(named.name(), host.origin()))
                .orElseGet(() -> Heading.namespace(facts));
        Node name = host.scalar(Node.Type.STRING, "internal-host", InternalHost::firstLabel);
        return Heading.of(Kind.SERVICE, facts, name, namespace, spec);
    }

    /** What applications speak to the internal host ({@code ConvertProtocol} in {@code pkg/config/kube}). */
    private static Node appProtocol(RouteFacts route) {
        Origin origin = route.readAsOrigin(
                route.tls,
                Reason.of("service-read-as", "protocol", route.protocol.text(), "spoken", route.readAsText()));
        return route.readAs()
                .<Node>map(protocol -> Tree.string(protocol.word().toLowerCase(Locale.ROOT), origin))
                .orElseGet(() -> new Node.Hole(FieldId.PROTOCOL, "protocol", origin));
    }
}
