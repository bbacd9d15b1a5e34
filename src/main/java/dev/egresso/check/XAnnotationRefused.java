package dev.egresso.check;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.List;
import java.util.Set;

/** Some annotations are for Istio itself, and for other kinds. */
final class XAnnotationRefused extends Rule {
    private static final Set<String> REFUSED = Set.of(
            "istio.io/dry-run",
            "internal.istio.io/webhook-always-reject",
            "internal.istio.io/parent-namespace",
            "internal.istio.io/parents");

    XAnnotationRefused() {
        super("x-annotation-refused", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        for (Kind kind : List.of(Kind.SERVICE_ENTRY, Kind.VIRTUAL_SERVICE, Kind.DESTINATION_RULE)) {
            set.specs(kind).stream()
                    .map(spec -> Place.of(spec.manifest()).at("metadata", "annotations"))
                    .flatMap(annotations -> annotations.fields().stream())
                    .filter(annotation -> REFUSED.contains(annotation.key()))
                    .forEach(annotation -> found.at(annotation, Fix.remove(annotation), "name", annotation.key()));
        }
    }
}
