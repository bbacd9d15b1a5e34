package dev.egresso.mesh;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A ServiceEntry of somebody else that registers the external host already. A second one for the same host and port would
 * leave it to chance which of the two counts, so this one is used where it offers what the route needs.
 */
record FoundEntry(MeshService service) {
    private static final Set<PortProtocol> SEALED = Set.of(PortProtocol.TLS, PortProtocol.HTTPS, PortProtocol.TCP);

    /**
     * What a route needs of a port.
     *
     * @param dialled where the connection has to end
     * @param apart whether TLS is started on a port that nobody calls who starts TLS himself
     * @param usual the number that the route would give the port itself
     */
    record Need(Port dialled, Protocol spoken, TlsStart start, boolean apart, int usual) {}

    /**
     * The one that an application in the namespace of the route gets to see, that of its own namespace first, as istiod
     * chooses ({@code selectServices} in {@code pilot/pkg/model/sidecar.go}).
     *
     * @param name of the entry that the route would write itself; if that one has the host already, there is no other
     */
    static Optional<FoundEntry> of(Surroundings surroundings, String host, String namespace, String name) {
        HostName wanted = HostName.asWritten(host);
        List<MeshService> registered = surroundings.inventory().registering(wanted, surroundings.exports());
        boolean ours = registered.stream()
                .anyMatch(service -> service.manifest().name().equals(name)
                        && service.namespace().equals(namespace));
        Comparator<MeshService> ownNamespaceFirst =
                Comparator.comparing(service -> !service.namespace().equals(namespace));
        return ours
                ? Optional.empty()
                : registered.stream()
                        .filter(service -> service.isVisibleFrom(namespace))
                        .min(ownNamespaceFirst)
                        .map(FoundEntry::new);
    }

    /** As people name it. */
    String name() {
        return service.namespace() + "/" + service.manifest().name();
    }

    /** Its ports, as people read them. */
    String ports() {
        return service.ports().stream()
                .map(port -> port.number() + " " + port.protocol()
                        + (port.target().isPresent() ? " to " + port.target().getAsInt() : ""))
                .reduce((first, second) -> first + ", " + second)
                .orElse("none");
    }

    /** Its resolution, as it is written or as its absence is read. */
    String resolution() {
        String written = service.spec().at("resolution").textOrEmpty();
        return written.isEmpty() ? Resolution.NONE.word() : written;
    }

    String location() {
        return service.isExternal() ? Location.MESH_EXTERNAL.word() : Location.MESH_INTERNAL.word();
    }

    Set<String> addresses() {
        return service.endpoints().stream()
                .map(endpoint -> endpoint.at("address").textOrEmpty().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Whether a request that was written for another host is sent where this host is, and not where it was dialled. */
    boolean takesRewritten() {
        return service.discovery() != Discovery.ORIGINAL && service.discovery() != Discovery.PER_REQUEST;
    }

    /** Whether there is nowhere to send a request to. */
    boolean leadsNowhere() {
        return service.discovery() == Discovery.LISTED && service.endpoints().isEmpty() && !service.selectsPods();
    }

    /** The namespaces that see it, as the field of a resource in a namespace says it; none for all of them. */
    List<String> shownTo(String namespace) {
        if (service.exportTo().isPublic()) {
            return List.of();
        }
        return service.exportTo().namespaces().stream()
                .map(word -> word.equals(".") && !service.namespace().equals(namespace) ? service.namespace() : word)
                .toList();
    }

    /** Whether all who see a resource in a namespace see the host as well. @param exportTo of that resource, none for all */
    boolean isSeenWherever(List<String> exportTo, String namespace) {
        if (exportTo.isEmpty()) {
            return service.exportTo().isPublic();
        }
        return exportTo.stream().allMatch(word -> service.isVisibleFrom(word.equals(".") ? namespace : word));
    }

    /** The numbers of its ports that will do, the one that the route would have chosen first. */
    List<Integer> portsFor(Need need) {
        Comparator<Integer> usualFirst = Comparator.comparing(number -> number != need.usual());
        return service.ports().stream()
                .filter(port -> leadsTo(port, need.dialled().number()) && serves(port, need))
                .map(ServicePort::number)
                .sorted(usualFirst)
                .toList();
    }

    private static boolean serves(ServicePort port, Need need) {
        boolean dialled = port.number() == need.dialled().number();
        if (need.apart()) {
            return !dialled && isReadAs(port, need.spoken());
        }
        return switch (need.start()) {
            case APP -> dialled && SEALED.contains(port.protocol());
            case NONE -> isReadAs(port, need.spoken());
            case MESH -> isReadAs(port, need.spoken()) || !need.spoken().isHttp2() && SEALED.contains(port.protocol());
        };
    }

    /** An endpoint may have a number of its own for a port ({@code WorkloadEntry.ports}). */
    private boolean leadsTo(ServicePort port, int dialled) {
        int usual = port.target().orElse(port.number());
        List<Place> endpoints = service.endpoints();
        return endpoints.isEmpty()
                ? usual == dialled
                : endpoints.stream()
                        .allMatch(endpoint ->
                                endpoint.at("ports", port.name()).number().orElse(usual) == dialled);
    }

    /** Whether the sidecar reads on this port what the application speaks. */
    private static boolean isReadAs(ServicePort port, Protocol spoken) {
        PortProtocol named = port.protocol();
        return switch (spoken) {
            case HTTP, HTTPS -> named == PortProtocol.HTTP;
            case HTTP2 -> named == PortProtocol.HTTP2 || named == PortProtocol.GRPC;
            case GRPC -> named == PortProtocol.GRPC || named == PortProtocol.HTTP2;
            case TLS, TCP -> named == PortProtocol.TCP;
            case MONGO -> named == PortProtocol.MONGO || named == PortProtocol.TCP;
        };
    }
}
