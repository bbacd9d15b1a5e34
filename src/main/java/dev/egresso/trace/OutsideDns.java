package dev.egresso.trace;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.IpAddress;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Registry;

/** Whether DNS may have an address for a name. Nobody is asked: a name that can be looked up is taken to be there. */
final class OutsideDns {
    private OutsideDns() {}

    /** Whether a resolver outside of the mesh may know the name. */
    static boolean mayKnow(HostName name, Registry registry) {
        String text = name.name();
        boolean isInternal = text.indexOf('.') < 0
                || text.endsWith(".svc")
                || text.endsWith(".local")
                || text.endsWith(".invalid")
                || text.startsWith(".")
                || text.contains("..");
        return !isInternal && !name.isWildcard() && !isShortForm(name, registry);
    }

    /** {@code name.namespace} of a Service that a rule is for. */
    private static boolean isShortForm(HostName name, Registry registry) {
        return !registry.virtualServices(HostName.asWritten(name.name() + ".svc.cluster.local"))
                .isEmpty();
    }

    /** Whether the sidecar, which asks the DNS of the cluster, finds an address. */
    static boolean answersSidecar(HostName name, Registry registry) {
        return IpAddress.read(name.name()).isPresent()
                || mayKnow(name, registry)
                || registry.services(name).stream().anyMatch(MeshService::isKubernetes);
    }
}
