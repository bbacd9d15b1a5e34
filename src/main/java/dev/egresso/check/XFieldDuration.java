package dev.egresso.check;

import java.util.Optional;

/** A span of time is written with its unit, and is longer than none. */
final class XFieldDuration extends FieldRule {
    XFieldDuration() {
        super("x-field-duration", Deviation.Sort.DURATION);
    }

    @Override
    Optional<Fix> fix(Deviation deviation) {
        return Durations.inSeconds(deviation.place());
    }
}
