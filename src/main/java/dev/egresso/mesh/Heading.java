package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/** What every resource of a route begins with, and who may see it. */
final class Heading {
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String WAYPOINT = "istio.io/use-waypoint";

    private Heading() {}

    static Manifest of(Kind kind, Facts facts, Node name, Node namespace, Node spec) {
        Node apiVersion = kind == Kind.SERVICE
                ? Tree.string("v1", Tree.fixed("core-api"))
                : facts.place.apiVersion.scalar(
                        Node.Type.STRING, "api-version", version -> "networking.istio.io/" + version.word());
        Tree labels = new Tree().putFree(MANAGED_BY, Tree.string("egresso", Tree.fixed("managed-by")));
        if (kind == Kind.SERVICE && facts.place.dataPlane.is(DataPlane.AMBIENT)) {
            labels.putFree(WAYPOINT, Tree.string("waypoint", facts.place.dataPlane.origin()));
        }
        Node.Mapping metadata = new Tree()
                .put("name", name)
                .put("namespace", namespace)
                .put("labels", labels.as(Tree.fixed("managed-by")))
                .as(Tree.fixed("metadata"));
        return new Manifest(
                kind,
                new Tree()
                        .put("apiVersion", apiVersion)
                        .put("kind", Tree.string(kind.word(), Tree.fixed("kind")))
                        .put("metadata", metadata)
                        .put("spec", spec)
                        .as(Tree.fixed("resource")));
    }

    static Node namespace(Facts facts) {
        return facts.place.namespace.string("namespace");
    }

    /** {@code exportTo}, unless every namespace may see the resource, which is what its absence means. */
    static Optional<Node> exportTo(Facts facts) {
        Fact<List<String>> exportTo = facts.place.exportTo;
        return exportTo.value()
                .filter(namespaces -> !namespaces.isEmpty())
                .map(namespaces -> Tree.strings(namespaces, exportTo.origin()));
    }
}
