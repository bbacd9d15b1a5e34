package dev.egresso.check;

/** Some objects are nothing without a certain field. */
final class XFieldRequired extends FieldRule {
    XFieldRequired() {
        super("x-field-required", Deviation.Sort.REQUIRED);
    }
}
