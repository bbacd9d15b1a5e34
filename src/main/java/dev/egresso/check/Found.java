package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what one rule finds. Arguments are names and values in turn. */
final class Found {
    private final Rule rule;
    private final List<Finding> findings;

    Found(Rule rule, List<Finding> findings) {
        this.rule = rule;
        this.findings = findings;
    }

    void at(Place place, String... arguments) {
        add(rule.severity(), place, Optional.empty(), arguments);
    }

    void at(Place place, Fix fix, String... arguments) {
        add(rule.severity(), place, Optional.of(fix), arguments);
    }

    /** With a mend in the cases that have only one. */
    void at(Place place, Optional<Fix> fix, String... arguments) {
        add(rule.severity(), place, fix, arguments);
    }

    void as(Severity severity, Place place, Fix fix, String... arguments) {
        add(severity, place, Optional.of(fix), arguments);
    }

    void as(Severity severity, Place place, Optional<Fix> fix, String... arguments) {
        add(severity, place, fix, arguments);
    }

    void as(Severity severity, Place place, String... arguments) {
        add(severity, place, Optional.empty(), arguments);
    }

    private void add(Severity severity, Place place, Optional<Fix> fix, String... arguments) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put(arguments[i], arguments[i + 1]);
        }
        findings.add(new Finding(rule.id(), severity, place, named, fix));
    }
}
