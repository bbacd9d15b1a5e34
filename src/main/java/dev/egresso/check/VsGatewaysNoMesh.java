package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;

/** A list of gateways without mesh takes the rules away from sidecars. */
final class VsGatewaysNoMesh extends Rule {

    VsGatewaysNoMesh() {
        super("vs-gateways-no-mesh", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (VirtualService service : set.registry().virtualServices()) {
            boolean alias = service.hosts().stream().anyMatch(host -> isCalledInside(host.name()));
            if (!service.inMesh() && alias && leavesTheMesh(service, set)) {
                Place gateways = service.spec().at("gateways");
                found.at(
                        gateways,
                        Fix.set(gateways.item(gateways.items().size()), "mesh"),
                        "host",
                        service.hosts().get(0).place().textOrEmpty());
            }
        }
    }

    private static boolean isCalledInside(HostName host) {
        return host.namespaceOfService().isPresent();
    }

    /** Rules for a gateway lead to services inside; this one is for a name inside and leads out. */
    private static boolean leavesTheMesh(VirtualService service, ResourceSet set) {
        return Route.of(service)
                .flatMap(route -> set.targetsAt(route.host()).stream())
                .anyMatch(target -> target.service().isExternal());
    }
}
