package dev.egresso.check;

/** Of some fields one may be there, and not two. */
final class XFieldOneOf extends FieldRule {
    XFieldOneOf() {
        super("x-field-one-of", Deviation.Sort.CHOICE);
    }
}
