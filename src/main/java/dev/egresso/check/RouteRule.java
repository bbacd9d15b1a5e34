package dev.egresso.check;

import dev.egresso.mesh.Severity;

/** Looks at each way from a VirtualService to a destination. */
abstract class RouteRule extends Rule {
    RouteRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(ResourceSet set, Found found) {
        set.routes().stream().filter(Route::isKnown).forEach(route -> check(route, set, found));
    }

    abstract void check(Route route, ResourceSet set, Found found);
}
