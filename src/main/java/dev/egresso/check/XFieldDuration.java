package dev.egresso.check;

/** A span of time is written with its unit, and is longer than none. */
final class XFieldDuration extends FieldRule {
    XFieldDuration() {
        super("x-field-duration", Deviation.Sort.DURATION);
    }
}
