package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Set;

/** A rule for the external host itself is no alias: it also takes the requests of those who call that host directly. */
final class XVsIntIsExt extends Rule {

    XVsIntIsExt() {
        super("x-vs-int-is-ext", Severity.ERROR);
    }

    @Override
    void check(ResourceSet set, Found found) {

        Set<Place> said = new HashSet<>();
        for (Target target : set.targets()) {
            Route route = target.route();
            if (route.isHttp()
                    && route.isForTheMesh()
                    && target.service().isExternal()
                    && !target.service().host().isWildcard()) {
                route.by().hosts().stream()
                        .filter(host -> host.name().equals(route.host().lower()) && said.add(host.place()))
                        .forEach(host -> found.as(
                                changes(route) ? Severity.ERROR : Severity.WARNING,
                                host.place(),
                                "host",
                                host.name().name()));
            }
        }
    }
    /** The Host that is there anyway is no change. */
    private static boolean changes(Route route) {
        return route.rewritesPath()
                || route.authority()
                        .filter(authority -> !authority.is(route.host().name()))
                        .isPresent();
    }
}
