package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** NONE sends to the address that the application dialled, which is the internal host's own. */
final class XResolutionDnsRedirect extends TargetRule {

    XResolutionDnsRedirect() {
        super("x-resolution-dns-redirect", Severity.ERROR);
    }

    @Override
    void check(Target target, ResourceSet set, Found found) {
        Place resolution = target.entrySpec().at("resolution");
        if (target.route().isRedirect()
                && resolution.is("NONE")
                && !target.route().host().isWildcard()) {
            found.at(
                    resolution,
                    Fix.set(resolution, "DNS"),
                    "host",
                    target.route().host().name());
        }
    }
}
