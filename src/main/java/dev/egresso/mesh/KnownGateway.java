package dev.egresso.mesh;

import java.util.List;

/**
 * A Gateway that VirtualServices may name: Istio's own, or that of the Gateway API.
 *
 * @param hosts that its servers listen for, with or without a namespace and a slash in front
 */
public record KnownGateway(String namespace, String name, List<String> hosts) {
    public KnownGateway {
        hosts = List.copyOf(hosts);
    }

    /**
     * The namespace and name that a word under {@code gateways} means: {@code name}, {@code namespace/name}, or the old form
     * {@code name.namespace.svc.cluster.local} ({@code resolveGatewayName} in {@code pilot/pkg/model}).
     */
    public static String fullName(String word, String ownNamespace) {
        int slash = word.indexOf('/');
        if (slash >= 0) {
            String namespace = word.substring(0, slash);
            return (namespace.equals(".") ? ownNamespace : namespace) + word.substring(slash);
        }
        String[] labels = word.split("\\.", 3);
        return labels.length > 1 ? labels[1] + "/" + labels[0] : ownNamespace + "/" + word;
    }

    public String fullName() {
        return namespace + "/" + name;
    }

    /** Whether one of its servers takes requests for a host of a VirtualService in a namespace. */
    public boolean listensFor(HostName host, String of) {
        return hosts.stream().anyMatch(entry -> listens(entry, host, of));
    }

    private boolean listens(String entry, HostName host, String of) {
        int slash = entry.indexOf('/');
        String place = slash < 0 ? "*" : entry.substring(0, slash);
        boolean there = place.equals("*") || place.equals(of) || place.equals(".") && of.equals(namespace);
        return there && HostName.asWritten(entry.substring(slash + 1)).overlaps(host);
    }
}
