package dev.egresso.mesh;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Writes the ServiceEntry: the external host becomes known to the mesh. */
final class ServiceEntries {
    private final Facts facts;
    private final RouteFacts route;

    private ServiceEntries(Facts facts) {
        this.facts = facts;
        this.route = facts.route;
    }

    static Manifest of(Facts facts) {
        return new ServiceEntries(facts).manifest();
    }

    private Manifest manifest() {
        PlaceFacts place = facts.place;
        Node spec = new Tree()
                .put("hosts", Tree.list(place.externalHost.origin(), place.externalHost.string("external-host")))
                .put("location", place.location.string("location"))
                .put("ports", ports())
                .put("resolution", place.resolution.string("resolution"))
                .put("endpoints", endpoints())
                .put("exportTo", Heading.exportTo(facts))
                .as(Tree.fixed("spec"));
        return Heading.of(
                Kind.SERVICE_ENTRY, facts, place.name.string("external-host"), Heading.namespace(facts), spec);
    }

    private Node ports() {
        if (route.isIsolated()) {
            Node own = new Tree()
                    .put("number", number(route.meshPort))
                    .put("name", name(route.shape))
                    .put("protocol", protocol(route.shape))
                    .put("targetPort", number(route.port))
                    .as(route.shape.originWith(route.tls));
            return Tree.list(route.shape.originWith(route.port), own, sealedPort(route.port));
        }
        if (route.isPassthrough()) {
            return Tree.list(route.port.origin(), sealedPort(route.meshPort));
        }
        boolean classicHttps = route.isOriginated() && route.protocol.is(Protocol.HTTPS);
        Node only = new Tree()
                .put("number", number(route.meshPort))
                .put("name", classicHttps ? classic("https") : name(route.tls))
                .put("protocol", classicHttps ? classic("TLS") : protocol(route.tls))
                .put("targetPort", dialled(route.meshPort))
                .as(route.port.origin());
        return Tree.list(route.port.origin(), only);
    }

    /** The port through which applications that speak TLS themselves pass untouched. */
    private Node sealedPort(Fact<Port> number) {
        Origin origin = route.tls.originWith(route.port, Reason.of("port-sealed"));
        return new Tree()
                .put("number", number(number))
                .put("name", Tree.string("tls", origin))
                .put("protocol", Tree.string("TLS", origin))
                .put("targetPort", dialled(number))
                .as(origin);
    }

    private static Node number(Fact<Port> port) {
        return port.scalar(Node.Type.INTEGER, "port", Port::toString);
    }

    /** Where the port that routes name is not the one that is dialled. */
    private Optional<Node> dialled(Fact<Port> number) {
        boolean other = number.isKnown() && route.port.isKnown() && !number.is(route.port.get());
        return other ? Optional.of(number(route.port)) : Optional.empty();
    }

    private Node classic(String text) {
        return Tree.string(text, route.shape.originWith(route.protocol, Reason.of("port-classic")));
    }

    private Node protocol(Fact<?> decidedBy) {
        return spoken(decidedBy, Protocol::word);
    }

    private Node name(Fact<?> decidedBy) {
        return spoken(decidedBy, protocol -> protocol.word().toLowerCase(Locale.ROOT));
    }

    private Node spoken(Fact<?> decidedBy, Function<Protocol, String> spelling) {
        Origin origin = route.readAsOrigin(
                decidedBy, Reason.of("port-read-as", "protocol", route.protocol.text(), "spoken", route.readAsText()));
        return route.readAs()
                .<Node>map(protocol -> Tree.string(spelling.apply(protocol), origin))
                .orElseGet(() -> new Node.Hole(FieldId.PROTOCOL, "protocol", origin));
    }

    private Optional<Node> endpoints() {
        Fact<List<String>> endpoints = facts.place.endpoints;
        boolean needed = facts.place.resolution.is(Resolution.STATIC);
        List<String> addresses = endpoints.value().orElse(List.of());
        if (addresses.isEmpty() && !needed) {
            return Optional.empty();
        }
        Origin origin = endpoints.originWith(facts.place.resolution);
        if (addresses.isEmpty()) {
            Node hole = new Node.Hole(FieldId.ENDPOINTS, "endpoint-address", origin);
            return Optional.of(Tree.list(origin, new Tree().put("address", hole).as(origin)));
        }
        return Optional.of(new Node.Sequence(
                addresses.stream()
                        .map(address -> (Node) new Tree()
                                .put("address", Tree.string(address, endpoints.origin()))
                                .as(endpoints.origin()))
                        .toList(),
                origin));
    }
}
