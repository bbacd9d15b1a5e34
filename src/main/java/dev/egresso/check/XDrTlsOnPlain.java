package dev.egresso.check;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.ServicePort;

/** TLS is started towards a port where the server speaks plain HTTP. */
final class XDrTlsOnPlain extends StartedTlsRule {

    XDrTlsOnPlain() {
        super("x-dr-tls-on-plain");
    }

    @Override
    boolean forbids(Target target) {
        return target.service().isExternal() && target.protocol().isHttpOrSniffed() && target.dialled() == 80;
    }

    @Override
    boolean forbids(MeshService service, ServicePort port, ResourceSet set) {
        return set.targetsAt(service.host()).isEmpty()
                && port.protocol().isHttpOrSniffed()
                && port.target().orElse(port.number()) == 80;
    }
}
