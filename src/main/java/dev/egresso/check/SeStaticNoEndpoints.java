package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/**
 * STATIC sends to the addresses that are listed, and to none if none are. By itself such a ServiceEntry may be for a name
 * whose requests a VirtualService leads elsewhere.
 */
final class SeStaticNoEndpoints extends Rule {

    SeStaticNoEndpoints() {
        super("se-static-no-endpoints", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {
        boolean alone = set.specs(Kind.VIRTUAL_SERVICE).isEmpty()
                && set.specs(Kind.DESTINATION_RULE).isEmpty();
        for (Place spec : set.specs(Kind.SERVICE_ENTRY)) {
            boolean none = spec.at("resolution").is("STATIC")
                    && spec.at("endpoints").isEmpty()
                    && !spec.at("workloadSelector").exists();
            if (none && !isLedElsewhere(spec, set)) {
                found.as(alone ? Severity.WARNING : Severity.ERROR, spec.at("resolution"));
            }
        }
    }

    /** A name inside the cluster, or one with a VirtualService of its own: nothing is meant to be sent to it. */
    private static boolean isLedElsewhere(Place spec, ResourceSet set) {
        return spec.at("hosts").items().stream()
                .map(host -> HostName.asWritten(host.textOrEmpty()))
                .allMatch(host -> host.namespaceOfService().isPresent()
                        || !set.registry().virtualServices(host).isEmpty());
    }
}
