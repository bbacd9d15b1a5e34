package dev.egresso.yaml;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Namespace;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.SidecarScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One resource of a document: one of a route's kinds, a Sidecar, or passed over. */
record Sorted(Optional<Manifest> manifest, Optional<SidecarScope> sidecar, Optional<Skipped> skipped, Source source) {
    private static final String ISTIO = "istio";

    /** The resources of a document, which may be a list of them. */
    static List<Sorted> of(Node document, String file, Source source) {
        List<Node> items = items(document);
        if (items.isEmpty() && !isList(document)) {
            return List.of(one(document, file, source));
        }
        List<Sorted> sorted = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            sorted.add(one(items.get(i), file, source.ofItem(i)));
        }
        return sorted;
    }

    private static boolean isList(Node document) {
        return text(document, "kind").endsWith("List");
    }

    private static List<Node> items(Node document) {
        return isList(document)
                        && document instanceof Node.Mapping mapping
                        && mapping.get("items").orElse(null) instanceof Node.Sequence sequence
                ? sequence.items()
                : List.of();
    }

    private static Sorted one(Node node, String file, Source source) {
        Optional<Kind> kind =
                Kind.of(text(node, "kind")).filter(known -> isOfThisKind(known, text(node, "apiVersion")));
        if (kind.isPresent() && node instanceof Node.Mapping root) {
            return new Sorted(Optional.of(new Manifest(kind.get(), root)), Optional.empty(), Optional.empty(), source);
        }
        if (text(node, "kind").equals("Sidecar") && text(node, "apiVersion").contains(ISTIO)) {
            return new Sorted(Optional.empty(), Optional.of(sidecar(node)), Optional.empty(), source);
        }
        int line = node.origin() instanceof Origin.Read read ? read.line() : 1;
        String name = node instanceof Node.Mapping mapping
                ? mapping.get("metadata")
                        .map(metadata -> text(metadata, "name"))
                        .orElse("")
                : "";
        return new Sorted(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Skipped(file, line, text(node, "kind"), name)),
                source);
    }

    /** Others have kinds of the same names: Knative a Service, other meshes a VirtualService. */
    private static boolean isOfThisKind(Kind kind, String apiVersion) {
        return apiVersion.isEmpty() || (kind == Kind.SERVICE ? apiVersion.equals("v1") : apiVersion.contains(ISTIO));
    }

    private static SidecarScope sidecar(Node node) {
        Optional<Node> metadata = field(node, "metadata");
        Optional<Node> spec = field(node, "spec");
        List<String> hosts = spec.flatMap(it -> field(it, "egress")).map(Sorted::itemsOf).orElse(List.of()).stream()
                .flatMap(listener -> field(listener, "hosts").map(Sorted::itemsOf).orElse(List.of()).stream())
                .filter(Node.Known.class::isInstance)
                .map(host -> ((Node.Known) host).text())
                .toList();
        return new SidecarScope(
                metadata.map(it -> text(it, "namespace"))
                        .filter(name -> !name.isEmpty())
                        .orElse(Namespace.DEFAULT.name()),
                metadata.map(it -> text(it, "name")).orElse(""),
                spec.flatMap(it -> field(it, "workloadSelector")).isPresent(),
                hosts);
    }

    private static Optional<Node> field(Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty();
    }

    private static List<Node> itemsOf(Node node) {
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }

    private static String text(Node node, String key) {
        return node instanceof Node.Mapping mapping && mapping.get(key).orElse(null) instanceof Node.Known known
                ? known.text()
                : "";
    }
}
