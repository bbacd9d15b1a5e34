package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** A lone star would take all traffic there is. */
final class SeHostFullWildcard extends ServiceEntryRule {

    SeHostFullWildcard() {
        super("se-host-full-wildcard", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        spec.at("hosts").items().stream().filter(host -> host.is("*")).forEach(host -> found.at(host));
    }
}
