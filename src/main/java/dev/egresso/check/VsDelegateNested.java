package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A VirtualService that another one delegates to cannot delegate further. */
final class VsDelegateNested extends VirtualServiceRule {

    VsDelegateNested() {
        super("vs-delegate-nested", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        if (spec.at("hosts").isEmpty()) {
            spec.at("http").items().stream()
                    .map(rule -> rule.at("delegate"))
                    .filter(Place::exists)
                    .forEach(delegate -> found.at(delegate));
        }
    }
}
