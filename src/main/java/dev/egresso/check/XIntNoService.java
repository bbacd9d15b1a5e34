package dev.egresso.check;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;

/** Nothing in the set gives the internal host an address, so applications cannot resolve it. */
final class XIntNoService extends Rule {

    XIntNoService() {
        super("x-int-no-service", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {

        boolean known = set.surroundings().internalService().orElse(false);
        for (VirtualService service : set.registry().virtualServices()) {
            if (!known && service.inMesh() && Route.of(service).anyMatch(route -> leadsAway(route, set))) {
                service.hosts().forEach(host -> check(host, service, set, found));
            }
        }
    }

    private static boolean leadsAway(Route route, ResourceSet set) {
        return route.isKnown()
                && route.isRedirect()
                && set.service(route.host(), route.caller())
                        .filter(MeshService::isExternal)
                        .isPresent();
    }

    private static void check(VirtualService.Host host, VirtualService service, ResourceSet set, Found found) {
        boolean resolvable = !set.offers(host.name()).isEmpty();
        if (!resolvable && !host.name().isWildcard()) {
            String namespace = host.name().namespaceOfService().orElse(service.namespace());
            found.at(
                    host.place(),
                    "host",
                    host.place().textOrEmpty(),
                    "name",
                    host.name().name().split("\\.", 2)[0],
                    "namespace",
                    namespace);
        }
    }
}
