package dev.egresso.check;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.VirtualService;
import java.util.List;
import java.util.Optional;

/** A resource that the namespace of the caller does not get to see has no effect there. */
final class XExporttoIncompat extends Rule {

    XExporttoIncompat() {
        super("x-exportto-incompat", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (Route route : set.routes()) {
            if (route.isKnown()) {
                entries(route, set, found);
                rules(route, set, found);
            }
        }
        set.registry().virtualServices().stream()
                .filter(service -> service.inMesh() && !service.exportTo().reaches(service.namespace()))
                .filter(service -> service.hosts().stream().anyMatch(host -> host.name()
                        .namespaceOfService()
                        .filter(service.namespace()::equals)
                        .isPresent()))
                .filter(service -> !isMeantForOthers(service, set))
                .forEach(service -> found.as(
                        set.holdsDestinations() ? Severity.ERROR : Severity.WARNING,
                        service.spec().at("exportTo"),
                        open(service.spec().at("exportTo"), service.namespace()),
                        "caller",
                        service.namespace(),
                        "who",
                        "its own host"));
    }
    /** The host outside is kept for the same namespaces, so that all of it is for them. */
    private static boolean isMeantForOthers(VirtualService service, ResourceSet set) {
        return Route.of(service).filter(Route::isKnown).allMatch(route -> set.service(route.host(), route.caller())
                .filter(target -> !target.exportTo().isPublic())
                .isPresent());
    }

    private static void entries(Route route, ResourceSet set, Found found) {
        List<MeshService> all = set.offers(route.host());
        boolean seen = set.service(route.host(), route.caller()).isPresent();
        if (!seen) {
            all.stream()
                    .findFirst()
                    .ifPresent(service -> found.at(
                            exportTo(service),
                            service.isKubernetes()
                                    ? Optional.empty()
                                    : Optional.of(open(service.spec().at("exportTo"), route.caller())),
                            "caller",
                            route.caller(),
                            "who",
                            route.by().spec().resource()));
        }
    }

    /** A Service of Kubernetes says it by an annotation. */
    private static Place exportTo(MeshService service) {
        return service.isKubernetes()
                ? Place.of(service.manifest()).at("metadata", "annotations", "networking.istio.io/exportTo")
                : service.spec().at("exportTo");
    }

    /** One more namespace in the list; what the mesh keeps back by itself stays open for its own namespace. */
    private static Fix open(Place exportTo, String namespace) {
        if (exportTo.isEmpty()) {
            return Fix.list(exportTo, List.of(".", namespace));
        }
        return exportTo.items().stream().anyMatch(item -> item.is("~"))
                ? Fix.list(exportTo, List.of(namespace))
                : Fix.set(exportTo.item(exportTo.items().size()), namespace);
    }

    private static void rules(Route route, ResourceSet set, Found found) {
        Optional<MeshService> service = set.service(route.host(), route.caller());
        if (service.isEmpty()
                || set.registry().destinationRule(service.get(), route.caller()).isPresent()) {
            return;
        }
        List<String> places = List.of(service.get().namespace(), set.registry().rootNamespace());
        set.rules(route.host()).stream()
                .filter(rule ->
                        places.contains(rule.namespace()) || rule.namespace().equals(route.caller()))
                .filter(rule -> !rule.selectsWorkloads())
                .map(rule -> Place.of(rule.manifests().get(0)).at("spec", "exportTo"))
                .filter(exportTo -> !exportTo.isEmpty())
                .forEach(exportTo -> found.at(
                        exportTo,
                        open(exportTo, route.caller()),
                        "caller",
                        route.caller(),
                        "who",
                        route.by().spec().resource()));
    }
}
