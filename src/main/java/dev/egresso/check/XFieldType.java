package dev.egresso.check;

/** A field holds what its type says: text, a number, a list. */
final class XFieldType extends FieldRule {
    XFieldType() {
        super("x-field-type", Deviation.Sort.TYPE);
    }
}
