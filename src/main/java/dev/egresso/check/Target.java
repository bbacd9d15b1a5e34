package dev.egresso.check;

import dev.egresso.mesh.DestinationRule;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.PortProtocol;
import dev.egresso.mesh.ServicePort;
import java.util.Optional;

/**
 * What a route leads to, as the sidecar of the caller sees it.
 *
 * @param port the port that the route names, or the only one there is
 * @param rule the DestinationRule in force on the way
 */
record Target(Route route, MeshService service, Optional<ServicePort> port, Optional<DestinationRule> rule) {
    /** The number that the connection goes to, as far as the ServiceEntry tells; 0 if that is not known. */
    int dialled() {
        return port.map(known -> known.target().orElse(known.number())).orElse(0);
    }

    PortProtocol protocol() {
        return port.map(ServicePort::protocol).orElse(PortProtocol.SNIFFED);
    }

    /** Whether the far end is expected to speak TLS, to the application or to the sidecar. */
    boolean expectsTls() {
        return protocol().isTls() || dialled() == 443;
    }

    /** The TLS settings in force, if there are any. */
    Optional<Place> tls() {
        return rule.map(known ->
                        known.tls(route.subset(), port.map(ServicePort::number).orElse(0)))
                .filter(Place::exists);
    }

    /** The same, if the sidecar opens TLS by them. */
    Optional<Place> originated() {
        return tls().filter(Policies::originates);
    }

    Place entrySpec() {
        return service.spec();
    }
}
