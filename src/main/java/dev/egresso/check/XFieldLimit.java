package dev.egresso.check;

/** Numbers, texts and lists have limits. */
final class XFieldLimit extends FieldRule {
    XFieldLimit() {
        super("x-field-limit", Deviation.Sort.LIMIT);
    }
}
