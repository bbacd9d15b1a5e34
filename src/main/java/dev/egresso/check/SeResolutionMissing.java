package dev.egresso.check;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** An absent resolution means NONE, which sends to the address that the application dialled. */
final class SeResolutionMissing extends Rule {

    SeResolutionMissing() {
        super("se-resolution-missing", Severity.WARNING);
    }

    @Override
    void check(ResourceSet set, Found found) {

        for (Place spec : set.specs(Kind.SERVICE_ENTRY)) {
            Place resolution = spec.at("resolution");
            if (resolution.isEmpty() && !isWild(spec)) {
                found.as(
                        isRedirectedTo(spec, set) ? Severity.ERROR : Severity.WARNING,
                        resolution,
                        Fix.set(resolution, "DNS"));
            }
        }
    }

    private static boolean isWild(Place spec) {
        return spec.at("hosts").items().stream()
                .anyMatch(host -> host.textOrEmpty().startsWith("*"));
    }

    private static boolean isRedirectedTo(Place spec, ResourceSet set) {
        return spec.at("hosts").items().stream()
                .flatMap(host -> set.targetsAt(HostName.asWritten(host.textOrEmpty())).stream())
                .anyMatch(target -> target.route().isRedirect());
    }
}
