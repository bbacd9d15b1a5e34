package dev.egresso.check;

/** Some fields take one of a few words. */
final class XFieldEnum extends FieldRule {
    XFieldEnum() {
        super("x-field-enum", Deviation.Sort.VALUE);
    }
}
