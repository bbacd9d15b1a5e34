package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;

/** DNS cannot be asked for a star. */
final class SeDnsWildcard extends ServiceEntryRule {

    SeDnsWildcard() {
        super("se-dns-wildcard", Severity.ERROR);
    }

    @Override
    void check(Place spec, Found found) {
        boolean asks = spec.at("resolution").is("DNS") || spec.at("resolution").is("DNS_ROUND_ROBIN");
        if (asks && spec.at("endpoints").isEmpty()) {
            spec.at("hosts").items().stream()
                    .filter(host -> host.textOrEmpty().startsWith("*") && !host.is("*"))
                    .forEach(host -> found.at(host, "host", host.textOrEmpty()));
        }
    }
}
