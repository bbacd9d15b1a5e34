package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What every resource of a route begins with, and who may see it. */
final class Heading {
    private static final String WAYPOINT = "istio.io/use-waypoint";

    private Heading() {}

    static Manifest of(Kind kind, Facts facts, Node name, Node namespace, Node spec) {
        Node apiVersion = kind == Kind.SERVICE
                ? Tree.string("v1", Tree.fixed("core-api"))
                : facts.place.apiVersion.scalar(
                        Node.Type.STRING, "api-version", version -> "networking.istio.io/" + version.word());
        Tree labels = new Tree()
                .putFree(MappingLabels.MANAGED_BY, Tree.string(MappingLabels.EGRESSO, Tree.fixed("managed-by")))
                .putFree(MappingLabels.INSTANCE, mappingName(facts));
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

    /**
     * One name for all resources of a route, so that a label finds them however they are called: the first label of the
     * internal host, or else what the ServiceEntry is called.
     */
    private static Node mappingName(Facts facts) {
        return facts.isAliased()
                ? mappingName(facts.route.internalHost, "internal-host", InternalHost::firstLabel)
                : mappingName(facts.place.name, "external-host", name -> name);
    }

    private static <T> Node mappingName(Fact<T> named, String part, Function<T, String> spelling) {
        Origin origin = new Origin.Derived(named.origin().fields(), Reason.of("mapping-name"));
        return named.value()
                .<Node>map(known -> Tree.string(DnsName.labelValue(spelling.apply(known)), origin))
                .orElseGet(() -> new Node.Hole(named.field(), part, origin));
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
