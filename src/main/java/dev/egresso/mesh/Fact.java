package dev.egresso.mesh;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One typed value of a route in the making, with where it came from; without a value as long as it is missing.
 *
 * @param text the usual spelling
 */
record Fact<T>(FieldId field, Optional<T> value, String text, Standing standing, Set<FieldId> from, Reason because) {

    static <T> Fact<T> missing(FieldId field) {
        return new Fact<>(
                field, Optional.empty(), "", Standing.MISSING, Set.of(), Reason.of("missing", "field", field.id()));
    }

    static <T> Fact<T> byDefault(FieldId field, T value, String text, Reason because) {
        return new Fact<>(field, Optional.of(value), text, Standing.DEFAULT, Set.of(), because);
    }

    static <T extends Choice> Fact<T> byDefault(FieldId field, T value, Reason because) {
        return byDefault(field, value, value.word(), because);
    }

    static <T> Fact<T> derived(FieldId field, T value, String text, Set<FieldId> from, Reason because) {
        return new Fact<>(field, Optional.of(value), text, Standing.DERIVED, from, because);
    }

    static <T extends Choice> Fact<T> derived(FieldId field, T value, Set<FieldId> from, Reason because) {
        return derived(field, value, value.word(), from, because);
    }

    /** The same for another question: a name that waits for the URL belongs to its own question all the same. */
    Fact<T> of(FieldId other) {
        return new Fact<>(other, value, text, standing, from, because);
    }

    boolean is(T other) {
        return value.isPresent() && value.get().equals(other);
    }

    boolean isKnown() {
        return value.isPresent();
    }

    boolean isAnswered() {
        return standing == Standing.ANSWERED;
    }

    T get() {
        return value.orElseThrow();
    }

    Origin origin() {
        if (standing == Standing.ANSWERED) {
            return new Origin.Answered(field);
        }
        Set<FieldId> fields = new LinkedHashSet<>();
        fields.add(field);
        fields.addAll(from);
        return new Origin.Derived(fields, because);
    }

    /** This origin, and that of a choice which also had a say. */
    Origin originWith(Fact<?> other) {
        return originWith(other, isAnswered() ? other.because() : because);
    }

    /** This origin and that of another choice, for something that neither of the two explains alone. */
    Origin originWith(Fact<?> other, Reason why) {
        Set<FieldId> fields = new LinkedHashSet<>(origin().fields());
        fields.addAll(other.origin().fields());
        return new Origin.Derived(fields, why);
    }

    Node string(String part) {
        return scalar(Node.Type.STRING, part, value -> text);
    }

    Node scalar(Node.Type type, String part, Function<T, String> spelling) {
        return value.<Node>map(known -> new Node.Known(spelling.apply(known), type, origin()))
                .orElseGet(() -> new Node.Hole(field, part, origin()));
    }

    Setting setting(boolean applies) {
        return new Setting(field, text, standing, from, because, applies);
    }
}
