package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.Locale;

/** MESH_INTERNAL says that the other side has a sidecar, which a service of the internet has not. */
final class SeLocationInternal extends ServiceEntryRule {

    SeLocationInternal() {
        super("se-location-internal", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {

        Place location = spec.at("location");
        boolean selects = spec.at("workloadSelector").exists()
                || spec.at("endpoints").items().stream()
                        .anyMatch(endpoint -> endpoint.at("labels").exists()
                                || endpoint.at("serviceAccount").exists()
                                || endpoint.at("network").exists());
        if (location.is("MESH_INTERNAL") && !selects) {
            spec.at("hosts").items().stream()
                    .filter(host -> isPublic(host.textOrEmpty()))
                    .findFirst()
                    .ifPresent(
                            host -> found.at(location, Fix.set(location, "MESH_EXTERNAL"), "host", host.textOrEmpty()));
        }
    }
    /** A name outside of the cluster and of the domains that are never public. */
    private static boolean isPublic(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.indexOf('.') > 0 && !name.matches(".*\\.(?:local|internal|mesh|global|lan|corp|svc|cluster)\\.?");
    }
}
