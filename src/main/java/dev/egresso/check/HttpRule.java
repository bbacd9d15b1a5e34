package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** Looks at each http rule of each VirtualService by itself. */
abstract class HttpRule extends VirtualServiceRule {
    HttpRule(String id, Severity severity) {
        super(id, severity);
    }

    @Override
    final void check(Place spec, Found found) {
        spec.at("http").items().forEach(rule -> checkHttp(rule, found));
    }

    abstract void checkHttp(Place rule, Found found);
}
