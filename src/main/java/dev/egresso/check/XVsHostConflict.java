package dev.egresso.check;

import dev.egresso.mesh.ExportTo;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;
import java.util.Set;
import java.util.stream.Collectors;

/** For one host the sidecars of a namespace take the rules of one VirtualService. */
final class XVsHostConflict extends Rule {

    XVsHostConflict() {
        super("x-vs-host-conflict", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (VirtualService service : set.registry().virtualServices()) {
            for (VirtualService.Host host : service.hosts()) {
                set.registry().virtualServices(host.name()).stream()
                        .limit(FEW)
                        .takeWhile(other -> other != service)
                        .filter(other ->
                                service.inMesh() && other.inMesh() && meet(service.exportTo(), other.exportTo()))
                        .findFirst()
                        .ifPresent(other -> found.at(
                                host.place(),
                                "host",
                                host.name().name(),
                                "other",
                                other.spec().resource()));
            }
        }
    }
    /** The first one conflicts already; among thousands for one host no other has to be found. */
    private static final int FEW = 50;

    /** Whether a namespace gets to see both. */
    static boolean meet(ExportTo one, ExportTo other) {
        return one.isPublic() || other.isPublic() || names(one).stream().anyMatch(names(other)::contains);
    }

    private static Set<String> names(ExportTo exportTo) {
        return exportTo.namespaces().stream()
                .map(name -> name.equals(".") ? exportTo.owner() : name)
                .filter(name -> !name.equals("~"))
                .collect(Collectors.toSet());
    }
}
