package dev.egresso.trace;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Namespace;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.VirtualService;
import java.util.ArrayList;
import java.util.List;

/** Where the application runs, and under which names its resolver looks for a host. */
final class Caller {
    private static final String CLUSTER_DOMAIN = "cluster.local";
    /** A name with fewer dots is tried with the search domains first ({@code ndots} in a pod's resolv.conf). */
    private static final int DOTS_OF_A_FULL_NAME = 5;

    private Caller() {}

    /** The namespace that was said, else that of the VirtualService for the host, else that of the first resource. */
    static String namespace(Registry registry, Walk walk) {
        if (walk.request().fromNamespace().isPresent()) {
            return walk.request().fromNamespace().get();
        }
        String found = registry.virtualServices().stream()
                .filter(rule -> isFor(rule, walk.request().host()))
                .map(VirtualService::namespace)
                .findFirst()
                .orElseGet(() -> ofServiceEntry(registry, walk.request().host()));
        walk.assume("from-namespace", found);
        return found;
    }

    private static boolean isFor(VirtualService rule, String name) {
        List<HostName> names = names(name, rule.namespace());
        return rule.hosts().stream().anyMatch(host -> names.stream().anyMatch(host.name()::covers));
    }

    private static String ofServiceEntry(Registry registry, String name) {
        return registry.servicesCovering(HostName.asWritten(name)).stream()
                .map(service -> service.namespace())
                .findFirst()
                .orElseGet(() -> registry.manifests().stream()
                        .map(Manifest::namespace)
                        .findFirst()
                        .orElse(Namespace.DEFAULT.name()));
    }

    /** The full names that a resolver asks for, in the order in which it asks. */
    static List<HostName> names(String name, String namespace) {
        if (name.endsWith(".")) {
            return List.of(HostName.asWritten(name.substring(0, name.length() - 1)));
        }
        List<HostName> names = new ArrayList<>();
        boolean isFull = name.chars().filter(letter -> letter == '.').count() >= DOTS_OF_A_FULL_NAME;
        if (isFull) {
            names.add(HostName.asWritten(name));
        }
        names.add(HostName.asWritten(name + "." + namespace + ".svc." + CLUSTER_DOMAIN));
        names.add(HostName.asWritten(name + ".svc." + CLUSTER_DOMAIN));
        names.add(HostName.asWritten(name + "." + CLUSTER_DOMAIN));
        if (!isFull) {
            names.add(HostName.asWritten(name));
        }
        return names;
    }

    /** Says so where a resource without a namespace had to be put somewhere. */
    static void noteMissingNamespaces(Registry registry, Walk walk) {
        boolean missing = registry.manifests().stream()
                .anyMatch(manifest ->
                        Place.of(manifest).at("metadata", "namespace").text().isEmpty());
        if (missing) {
            walk.assume("namespace", Namespace.DEFAULT.name());
        }
    }

    static boolean hasServices(Registry registry) {
        return !registry.all(Kind.SERVICE).isEmpty();
    }
}
