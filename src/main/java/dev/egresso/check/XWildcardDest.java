package dev.egresso.check;

import dev.egresso.mesh.Severity;

/** One name cannot be led to many hosts, since the sidecar would have to look up a star. */
final class XWildcardDest extends RouteRule {

    XWildcardDest() {
        super("x-wildcard-dest", Severity.ERROR);
    }

    @Override
    void check(Route route, ResourceSet set, Found found) {
        if (route.host().isWildcard() && route.isRedirect()) {
            found.as(
                    set.holdsDestinations() ? Severity.ERROR : Severity.WARNING,
                    route.destination().at("host"),
                    "host",
                    route.host().name());
        }
    }
}
