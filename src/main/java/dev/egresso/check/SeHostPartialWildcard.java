package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A star inside the first label is taken by DYNAMIC_DNS only. */
final class SeHostPartialWildcard extends ServiceEntryRule {

    SeHostPartialWildcard() {
        super("se-host-partial-wildcard", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {

        if (!spec.at("resolution").is("DYNAMIC_DNS")) {
            spec.at("hosts").items().stream()
                    .filter(host -> isPartial(host.textOrEmpty()))
                    .forEach(host -> found.at(host, "host", host.textOrEmpty()));
        }
    }

    private static boolean isPartial(String host) {
        return host.length() > 1 && host.indexOf('*') >= 0 && !host.startsWith("*.");
    }
}
