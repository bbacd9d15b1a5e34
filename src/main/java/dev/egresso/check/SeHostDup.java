package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The same host twice makes the same cluster twice, and one of them wins. */
final class SeHostDup extends ServiceEntryRule {

    SeHostDup() {
        super("se-host-dup", Severity.WARNING);
    }

    @Override
    void check(Place spec, Found found) {
        Set<String> seen = new HashSet<>();
        for (Place host : spec.at("hosts").items()) {
            String name = host.textOrEmpty().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !seen.add(name)) {
                found.at(host, Fix.remove(host), "host", host.textOrEmpty());
            }
        }
    }
}
