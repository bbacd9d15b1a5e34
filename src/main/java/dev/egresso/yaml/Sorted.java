package dev.egresso.yaml;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Neighbours;
import dev.egresso.mesh.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One resource of a document: one of a route's kinds, one that tells of the mesh, or passed over; or it is broken. */
record Sorted(
        Optional<Manifest> manifest,
        Optional<Neighbours> neighbours,
        Optional<Skipped> skipped,
        Optional<Fault> fault,
        Source source) {
    private static final String ISTIO = "istio";

    /** The resources of a document, which may be a list of them. */
    static List<Sorted> of(Node document, String file, Source source) {
        List<Node> items = isList(document) ? Fields.items(document, "items") : List.of();
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
        return Fields.text(document, "kind").endsWith("List");
    }

    private static Sorted one(Node node, String file, Source source) {
        Optional<Kind> kind = Kind.of(Fields.text(node, "kind"))
                .filter(known -> isOfThisKind(known, Fields.text(node, "apiVersion")));
        if (kind.isPresent() && node instanceof Node.Mapping root) {
            Manifest manifest = new Manifest(kind.get(), root);
            return new Sorted(Optional.of(manifest), Optional.empty(), Optional.empty(), Optional.empty(), source);
        }
        try {
            Optional<Neighbours> neighbours = Around.of(node, file);
            Optional<Skipped> skipped = neighbours.isPresent() ? Optional.empty() : Optional.of(skipped(node, file));
            return new Sorted(Optional.empty(), neighbours, skipped, Optional.empty(), source);
        } catch (Unreadable broken) {
            int line = Fields.at(node, "data")
                    .flatMap(data -> Fields.at(data, "mesh"))
                    .map(Fields::line)
                    .orElse(Fields.line(node));
            Fault fault = new Fault(file, line, "under mesh: " + broken.getMessage());
            return new Sorted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(fault), source);
        }
    }

    private static Skipped skipped(Node node, String file) {
        String name = Fields.at(node, "metadata")
                .map(metadata -> Fields.text(metadata, "name"))
                .orElse("");
        return new Skipped(file, Fields.line(node), Fields.text(node, "kind"), name);
    }

    /** Others have kinds of the same names: Knative a Service, other meshes a VirtualService. */
    private static boolean isOfThisKind(Kind kind, String apiVersion) {
        return apiVersion.isEmpty() || (kind == Kind.SERVICE ? apiVersion.equals("v1") : apiVersion.contains(ISTIO));
    }
}
