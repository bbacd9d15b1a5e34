package dev.egresso.check;

import dev.egresso.mesh.Severity;
import dev.egresso.mesh.SidecarScope;
import dev.egresso.mesh.VirtualService;

/** A Sidecar lets the proxies of its namespace know of some hosts only; what it leaves out is as if it were not there. */
final class XSidecarScope extends Rule {

    XSidecarScope() {
        super("x-sidecar-scope", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (VirtualService service : set.registry().virtualServices()) {
            if (service.inMesh() && Route.of(service).anyMatch(route -> route.isKnown() && route.isRedirect())) {
                set.sidecarOf(service.namespace()).ifPresent(sidecar -> service.hosts().stream()
                        .filter(host -> !knows(sidecar, service, host))
                        .forEach(host -> found.at(
                                host.place(),
                                "sidecar",
                                sidecar.namespace() + "/" + sidecar.name(),
                                "namespace",
                                service.namespace(),
                                "host",
                                host.name().name(),
                                "entry",
                                service.namespace() + "/" + host.name().name())));
            }
        }
    }
    /** Both the Service behind the name and the rule for it have to be let in. */
    private static boolean knows(SidecarScope sidecar, VirtualService service, VirtualService.Host host) {
        String ofService = host.name().namespaceOfService().orElse(service.namespace());
        return sidecar.knows(service.namespace(), host.name()) && sidecar.knows(ofService, host.name());
    }
}
