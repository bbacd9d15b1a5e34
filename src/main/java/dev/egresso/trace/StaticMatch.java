package dev.egresso.trace;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.VirtualService;
import java.util.stream.Collectors;

/**
 * The conditions of a match that istiod weighs once for each proxy, and not the proxy for each request: gateways, port and
 * where the caller runs.
 */
final class StaticMatch {
    private StaticMatch() {}

    static boolean holds(Place match, int listenerPort, Sidecar sidecar, Walk walk) {
        int port = match.at("port").number().orElse(0);
        return (port == 0 || port == listenerPort) && isForCaller(match, sidecar, walk);
    }

    /** Named gateways take the place of labels and namespace of the caller ({@code sourceMatchHTTP}). */
    private static boolean isForCaller(Place match, Sidecar sidecar, Walk walk) {
        if (!match.at("gateways").items().isEmpty()) {
            return VirtualService.isBoundToMesh(match.at("gateways"));
        }
        String namespace = match.at("sourceNamespace").textOrEmpty();
        if (!namespace.isEmpty() && !namespace.equals(sidecar.namespace())) {
            return false;
        }
        assumeLabels(match.at("sourceLabels"), walk);
        return true;
    }

    /** Nobody says which labels the caller has; it is taken to be one of those that are meant. */
    static void assumeLabels(Place labels, Walk walk) {
        if (!labels.fields().isEmpty()) {
            walk.assume(
                    "labels",
                    labels.fields().stream()
                            .map(label -> label.key() + "=" + label.textOrEmpty())
                            .sorted()
                            .collect(Collectors.joining(",")));
        }
    }
}
