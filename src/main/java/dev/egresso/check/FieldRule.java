package dev.egresso.check;

import dev.egresso.mesh.Severity;
import java.util.Optional;

/** Looks at each field that is not as the schema has it, in one way. The API server refuses all of these. */
abstract class FieldRule extends Rule {
    private final Deviation.Sort sort;

    FieldRule(String id, Deviation.Sort sort) {
        super(id, Severity.ERROR);
        this.sort = sort;
    }

    @Override
    final void check(ResourceSet set, Found found) {
        set.deviations().stream()
                .filter(deviation -> deviation.sort() == sort)
                .forEach(deviation -> check(deviation, found));
    }

    void check(Deviation deviation, Found found) {
        found.at(deviation.place(), fix(deviation), "found", deviation.found(), "wanted", deviation.wanted());
    }

    /** The mend, where only one makes sense. */
    Optional<Fix> fix(Deviation deviation) {
        return Optional.empty();
    }
}
