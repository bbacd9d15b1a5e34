package dev.egresso.check;

import dev.egresso.mesh.Severity;
import java.util.stream.Stream;

/** Looks at each way from a VirtualService to a destination. */
abstract class RouteRule extends Rule {
    RouteRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(ResourceSet set, Found found) {
        Stream.concat(set.routes().stream(), holdsForCopies() ? set.copies().stream() : Stream.empty())
                .filter(Route::isKnown)
                .forEach(route -> check(route, set, found));
    }

    /** Whether it looks at the ways of mirrored requests too. */
    boolean holdsForCopies() {
        return false;
    }

    abstract void check(Route route, ResourceSet set, Found found);
}
