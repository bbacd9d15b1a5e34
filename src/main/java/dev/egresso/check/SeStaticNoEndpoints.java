package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** STATIC sends to the addresses that are listed, and to none if none are. */
final class SeStaticNoEndpoints extends ServiceEntryRule {

    SeStaticNoEndpoints() {
        super("se-static-no-endpoints", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {

        if (spec.at("resolution").is("STATIC")
                && spec.at("endpoints").isEmpty()
                && !spec.at("workloadSelector").exists()
                && !isInternal(spec)) {
            found.at(spec.at("resolution"));
        }
    }
    /** A name inside the cluster is led elsewhere by a VirtualService; nothing is meant to be sent to it. */
    private static boolean isInternal(Place spec) {
        return spec.at("hosts").items().stream().allMatch(host -> HostName.asWritten(host.textOrEmpty())
                .namespaceOfService()
                .isPresent());
    }
}
