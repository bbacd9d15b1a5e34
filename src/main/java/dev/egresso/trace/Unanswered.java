package dev.egresso.trace;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.List;

/** Resources of a form that is not filled in yet: the host that is asked for is taken to be the internal host. */
final class Unanswered {
    private Unanswered() {}

    static List<Manifest> named(List<Manifest> manifests, String host) {
        if (manifests.stream().noneMatch(Unanswered::lacksHost)) {
            return manifests;
        }
        List<Manifest> named = new ArrayList<>();
        for (Manifest manifest : manifests) {
            named.add(lacksHost(manifest) ? new Manifest(manifest.kind(), below(manifest.root(), host, 0)) : manifest);
        }
        return named;
    }

    private static boolean lacksHost(Manifest manifest) {
        return manifest.kind() == Kind.VIRTUAL_SERVICE
                && Place.of(manifest).at("spec", "hosts").items().stream().anyMatch(Place::isHole);
    }

    private static Node.Mapping below(Node.Mapping mapping, String host, int depth) {
        List<Node.Field> fields = new ArrayList<>();
        for (Node.Field field : mapping.fields()) {
            Node value = field.value();
            if (depth == 0 && field.key().equals("spec") && value instanceof Node.Mapping spec) {
                value = below(spec, host, 1);
            } else if (depth == 1 && field.key().equals("hosts") && value instanceof Node.Sequence hosts) {
                value = filled(hosts, host);
            }
            fields.add(new Node.Field(field.key(), field.free(), field.origin(), value));
        }
        return new Node.Mapping(fields, mapping.origin());
    }

    private static Node.Sequence filled(Node.Sequence hosts, String host) {
        List<Node> items = new ArrayList<>();
        for (Node item : hosts.items()) {
            items.add(item instanceof Node.Hole ? new Node.Known(host, Node.Type.STRING, item.origin()) : item);
        }
        return new Node.Sequence(items, hosts.origin());
    }
}
