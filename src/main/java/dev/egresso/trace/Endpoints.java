package dev.egresso.trace;

import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import java.util.List;

/** The endpoints that a ServiceEntry lists, those of a subset by their labels. */
final class Endpoints {
    private Endpoints() {}

    /** @param subset an entry of {@code subsets}, or a place where nothing stands */
    static List<Place> of(MeshService service, Place subset) {
        return service.endpoints().stream()
                .filter(endpoint -> endpoint.at("address").text().isPresent())
                .filter(endpoint -> subset.at("labels").fields().stream()
                        .allMatch(label ->
                                endpoint.at("labels", label.key()).text().equals(label.text())))
                .toList();
    }

    /** The host itself, which stands in where no endpoint is listed, has no labels that a subset could ask for. */
    static boolean leavesNone(MeshService service, Place subset) {
        return service.endpoints().isEmpty()
                ? !subset.at("labels").fields().isEmpty()
                : of(service, subset).isEmpty();
    }

    static List<Place> of(Cluster cluster) {
        Place subset = cluster.rule()
                .flatMap(rule -> rule.subset(cluster.subset()))
                .orElse(cluster.service().spec().at("no-subset"));
        return of(cluster.service(), subset);
    }
}
