package dev.egresso.yaml;

import dev.egresso.mesh.KnownFilter;
import dev.egresso.mesh.KnownGateway;
import dev.egresso.mesh.Namespace;
import dev.egresso.mesh.Neighbours;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.OutboundPolicy;
import dev.egresso.mesh.SidecarScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads documents that are no part of a route and yet tell of the mesh around it. */
final class Around {
    private static final String ISTIO = "networking.istio.io";
    private static final String GATEWAY_API = "gateway.networking.k8s.io";

    private Around() {}

    /** @throws Unreadable for settings of the mesh that are not YAML */
    static Optional<Neighbours> of(Node document, String file) {
        String group = Fields.text(document, "apiVersion").split("/", 2)[0];
        return switch (Fields.text(document, "kind") + " " + group) {
            case "Sidecar " + ISTIO -> Optional.of(Neighbours.of(sidecar(document)));
            case "EnvoyFilter " + ISTIO ->
                Optional.of(Neighbours.of(new KnownFilter(
                        metadata(document, "namespace").orElse(Namespace.DEFAULT.name()),
                        metadata(document, "name").orElse(""))));
            case "Gateway " + ISTIO -> Optional.of(Neighbours.of(gateway(document, "servers")));
            case "Gateway " + GATEWAY_API -> Optional.of(Neighbours.of(gateway(document, "listeners")));
            default -> MeshSettings.of(document, file).map(Neighbours::of);
        };
    }

    private static SidecarScope sidecar(Node node) {
        Optional<Node> spec = Fields.at(node, "spec");
        List<SidecarScope.Egress> egress = spec.stream()
                .flatMap(it -> Fields.items(it, "egress").stream())
                .map(listener -> new SidecarScope.Egress(port(listener), Fields.texts(listener, "hosts")))
                .toList();
        return new SidecarScope(
                metadata(node, "namespace").orElse(Namespace.DEFAULT.name()),
                metadata(node, "name").orElse(""),
                spec.flatMap(it -> Fields.at(it, "workloadSelector")).map(Around::labels),
                egress,
                spec.flatMap(it -> Fields.at(it, "outboundTrafficPolicy"))
                        .flatMap(policy -> OutboundPolicy.named(Fields.text(policy, "mode"))),
                read(node, spec));
    }

    private static OptionalInt port(Node listener) {
        String number = Fields.at(listener, "port")
                .map(port -> Fields.text(port, "number"))
                .orElse("");
        return number.matches("[0-9]{1,5}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }

    private static Map<String, String> labels(Node selector) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (Fields.at(selector, "labels").orElse(null) instanceof Node.Mapping mapping) {
            mapping.fields().forEach(label -> labels.put(label.key(), Fields.text(mapping, label.key())));
        }
        return labels;
    }

    /** The key line of the first list of hosts. */
    private static Optional<Origin.Read> read(Node sidecar, Optional<Node> spec) {
        Origin origin = spec.stream()
                .flatMap(it -> Fields.items(it, "egress").stream())
                .filter(Node.Mapping.class::isInstance)
                .flatMap(listener -> ((Node.Mapping) listener).fields().stream())
                .filter(field -> field.key().equals("hosts"))
                .map(Node.Field::origin)
                .findFirst()
                .orElse(sidecar.origin());
        return origin instanceof Origin.Read found ? Optional.of(found) : Optional.empty();
    }

    private static KnownGateway gateway(Node node, String listeners) {
        List<String> hosts = Fields.at(node, "spec").stream()
                .flatMap(spec -> Fields.items(spec, listeners).stream())
                .flatMap(Around::hosts)
                .toList();
        return new KnownGateway(
                metadata(node, "namespace").orElse(Namespace.DEFAULT.name()),
                metadata(node, "name").orElse(""),
                hosts);
    }

    /** Istio's servers list their hosts; a listener of the Gateway API has one at most, and takes all without. */
    private static Stream<String> hosts(Node listener) {
        if (Fields.at(listener, "hosts").isPresent()) {
            return Fields.texts(listener, "hosts").stream();
        }
        String host = Fields.text(listener, "hostname");
        return Stream.of(host.isEmpty() ? "*" : host);
    }

    private static Optional<String> metadata(Node node, String key) {
        return Fields.at(node, "metadata")
                .map(metadata -> Fields.text(metadata, key))
                .filter(text -> !text.isEmpty());
    }
}
