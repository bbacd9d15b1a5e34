package dev.egresso.mesh;

import java.util.Optional;
import java.util.Set;

/**
 * A ServiceEntry of somebody else that registers the external host already. A second one for the same host and port would
 * leave it to chance which of the two counts, so this one is used where it offers what the route needs.
 */
record FoundEntry(MeshService service) {
    private static final Set<PortProtocol> SEALED = Set.of(PortProtocol.TLS, PortProtocol.HTTPS, PortProtocol.TCP);

    /**
     * The one that an application in the namespace of the route gets to see.
     *
     * @param name of the entry that the route would write itself; one of that name is no other
     */
    static Optional<FoundEntry> of(Surroundings surroundings, String host, String namespace, String name) {
        HostName wanted = HostName.asWritten(host);
        boolean ours = surroundings.inventory().resources().stream()
                .anyMatch(manifest -> manifest.kind() == Kind.SERVICE_ENTRY
                        && manifest.name().equals(name)
                        && manifest.namespace().equals(namespace));
        if (ours) {
            return Optional.empty();
        }
        return surroundings.inventory().resources().stream()
                .filter(manifest -> manifest.kind() == Kind.SERVICE_ENTRY)
                .flatMap(entry -> MeshService.ofServiceEntry(entry, surroundings.exports()).stream())
                .filter(service -> service.host().equals(wanted) && service.isVisibleFrom(namespace))
                .findFirst()
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

    /** Whether a port of its own for TLS that the sidecar starts is there: read as the protocol, led to the dialled port. */
    boolean offersIsolated(int number, Port dialled, Protocol read) {
        return service.port(number)
                .filter(port -> port.target().orElse(0) == dialled.number())
                .filter(port -> isReadAs(port, read))
                .isPresent();
    }

    /** Whether the port that everybody shares will do for this way of starting TLS. */
    boolean offersShared(Port dialled, Protocol spoken, TlsStart start) {
        return service.port(dialled.number())
                .filter(port -> port.target().orElse(dialled.number()) == dialled.number())
                .filter(port -> switch (start) {
                    case APP -> SEALED.contains(port.protocol());
                    case NONE -> isReadAs(port, spoken);
                    case MESH -> isReadAs(port, spoken) || !spoken.isHttp2() && SEALED.contains(port.protocol());
                })
                .isPresent();
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
