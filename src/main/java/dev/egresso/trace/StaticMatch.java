package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.List;

/**
 * The conditions of a match that istiod weighs once for each proxy, and not the proxy for each request: gateways, port and
 * where the caller runs.
 */
final class StaticMatch {
    private static final String MESH = "mesh";

    private StaticMatch() {}

    /** Named gateways take the place of labels and namespace of the caller ({@code sourceMatchHTTP}). */
    static boolean ofHttp(Conditions match, int listenerPort, Sidecar sidecar, Walk walk) {
        if (!isFor(match.at("port"), listenerPort)) {
            return false;
        }
        List<Place> gateways = match.items("gateways");
        return gateways.isEmpty()
                ? isFrom(match.at("sourceNamespace"), sidecar) && sidecar.hasLabels(match.named("sourceLabels"), walk)
                : holdsMesh(gateways);
    }

    /** For bytes that are passed on all of them have to hold ({@code matchTLS}, {@code matchTCP}). */
    static boolean ofPassed(Place match, int listenerPort, Sidecar sidecar, Walk walk) {
        List<Place> gateways = match.at("gateways").items();
        return isFor(match.at("port"), listenerPort)
                && (gateways.isEmpty() || holdsMesh(gateways))
                && isFrom(match.at("sourceNamespace"), sidecar)
                && sidecar.hasLabels(match.at("sourceLabels").fields(), walk);
    }

    private static boolean isFor(Place port, int listenerPort) {
        int asked = port.number().orElse(0);
        return asked == 0 || asked == listenerPort;
    }

    private static boolean isFrom(Place namespace, Sidecar sidecar) {
        String asked = namespace.textOrEmpty();
        return asked.isEmpty() || asked.equals(sidecar.namespace());
    }

    private static boolean holdsMesh(List<Place> gateways) {
        return gateways.stream().anyMatch(gateway -> gateway.textOrEmpty().equals(MESH));
    }
}
