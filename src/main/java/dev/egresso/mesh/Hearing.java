package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes the answers one by one, and keeps what was wrong with them. */
final class Hearing {
    private final Answers answers;
    private final List<Problem> problems = new ArrayList<>();

    Hearing(Answers answers) {
        this.answers = answers;
    }

    boolean isAnswered(FieldId field) {
        return answers.text(field).isPresent();
    }

    /** The answer as it was read, or what else the field comes to when nobody answered. */
    <T> Fact<T> heard(
            FieldId field,
            Function<String, Reading<T>> reader,
            Function<T, String> spelling,
            Supplier<Fact<T>> otherwise) {
        Optional<String> text = answers.text(field);
        if (text.isEmpty()) {
            return otherwise.get();
        }
        Reading<T> reading = reader.apply(text.get());
        reading.remarks().forEach(remark -> problems.add(remark.on(field)));
        Reason because = Reason.of("answered", "field", field.id());
        return reading.value()
                .map(value -> new Fact<>(
                        field,
                        Optional.of(value),
                        spelling.apply(value),
                        Standing.ANSWERED,
                        Set.<FieldId>of(),
                        because))
                .orElseGet(() ->
                        new Fact<>(field, Optional.empty(), text.get(), Standing.REFUSED, Set.<FieldId>of(), because));
    }

    <E extends Enum<E> & Choice> Fact<E> choice(FieldId field, Class<E> family, Supplier<Fact<E>> otherwise) {
        return heard(
                field,
                text -> Choice.of(family, text)
                        .map(value -> Reading.of(value))
                        .orElseGet(() -> Reading.refused(
                                "choice-unknown", "text", text.strip(), "choices", Choice.words(family))),
                Choice::word,
                otherwise);
    }

    void error(FieldId field, String id, String... arguments) {
        problems.add(Remark.error(id, arguments).on(field));
    }

    void warning(FieldId field, String id, String... arguments) {
        problems.add(Remark.warning(id, arguments).on(field));
    }

    void info(FieldId field, String id, String... arguments) {
        problems.add(Remark.info(id, arguments).on(field));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Whether a field has been spoken of in earnest. */
    boolean isFaulted(FieldId field, Severity least) {
        return problems.stream()
                .anyMatch(problem ->
                        problem.field().equals(field) && problem.severity().atLeast(least));
    }

    Answers answers() {
        return answers;
    }
}
