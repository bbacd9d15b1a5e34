package dev.egresso.check;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.ServicePort;

/** Applications that start TLS themselves must not have it started again on the way. */
final class XDrDoubleTls extends StartedTlsRule {

    XDrDoubleTls() {
        super("x-dr-double-tls");
    }

    @Override
    boolean forbids(Target target) {
        return target.route().block() == Route.Block.TLS && target.service().isExternal();
    }

    /** A sealed port that no route leads to; a route to a port that there is not was most likely meant for this one. */
    @Override
    boolean forbids(MeshService service, ServicePort port, ResourceSet set) {
        return port.protocol().isTls()
                && set.targetsAt(service.host()).stream().noneMatch(target -> target.port()
                        .map(known -> known.number() == port.number())
                        .orElse(true));
    }
}
