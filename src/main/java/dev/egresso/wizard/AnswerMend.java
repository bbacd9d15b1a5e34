package dev.egresso.wizard;

import dev.egresso.check.Finding;
import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Standing;
import dev.egresso.screens.Question;
import dev.egresso.yaml.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer that takes a concern away. Each is tried before it is offered: the concern has to be gone, and nothing else may
 * be refused that was not before.
 *
 * @param text the new answer; empty to take the old one back
 */
record AnswerMend(FieldId field, String text) {
    /** What a person would answer, where the finding does not say it. */
    private static final Map<String, AnswerMend> USUAL = Map.of(
            "x-int-no-service", new AnswerMend(FieldId.INTERNAL_SERVICE, "create"),
            "x-dr-scope-double-tls", new AnswerMend(FieldId.SHAPE, "isolated"),
            "dr-ca-unset", new AnswerMend(FieldId.CA_CERTIFICATES, "system"));

    static Optional<AnswerMend> of(Session session, Concern concern) {
        Optional<AnswerMend> told = Stream.of(
                        Optional.ofNullable(USUAL.get(concern.id())).stream(),
                        concern.finding().stream().flatMap(finding -> byItsFix(session, finding, concern)),
                        suggested(concern).stream())
                .flatMap(mends -> mends)
                .filter(mend -> mend.helps(session, concern))
                .findFirst();
        return told.or(() -> onlyChoice(session, concern)).or(() -> withoutAnswer(session, concern));
    }

    /** What the mend of the line comes to in answers. */
    private static Stream<AnswerMend> byItsFix(Session session, Finding finding, Concern concern) {
        return finding.fix().stream()
                .flatMap(fix -> fix.changes().stream())
                .flatMap(change -> question(session, change.place()).or(concern::field).stream()
                        .map(field -> new AnswerMend(field, text(change))));
    }

    /** The question of the same name as the field, or the one that the line was made from. */
    private static Optional<FieldId> question(Session session, Place place) {
        String name = place.key().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return FieldId.named(name).or(() -> session.preview().pane(place.path().kind()).lines().stream()
                .filter(line -> line.path().equals(place.path()))
                .findFirst()
                .map(Line::origin)
                .flatMap(Focus::question));
    }

    private static String text(FieldChange change) {
        return change instanceof FieldChange.Put put ? text(put.value()) : "";
    }

    private static String text(Node node) {
        if (node instanceof Node.Sequence list) {
            return list.items().stream().map(AnswerMend::text).collect(Collectors.joining(","));
        }
        return node instanceof Node.Known known ? known.text() : "";
    }

    private static Optional<AnswerMend> suggested(Concern concern) {
        return concern.problem()
                .flatMap(problem -> Optional.ofNullable(problem.arguments().get("suggestion"))
                        .map(text -> new AnswerMend(problem.field(), text)));
    }

    /** Of a choice, the only other word that helps. */
    private static Optional<AnswerMend> onlyChoice(Session session, Concern concern) {
        List<AnswerMend> helping = new ArrayList<>();
        concern.field()
                .map(field -> session.setup().screens().question(field))
                .filter(Question::isChoice)
                .ifPresent(question -> question.choices().stream()
                        .map(choice -> new AnswerMend(question.field(), choice.value()))
                        .filter(mend -> mend.helps(session, concern))
                        .forEach(helping::add));
        return helping.size() == 1 ? Optional.of(helping.get(0)) : Optional.empty();
    }

    /** What goes without saying may be better than what was said. */
    private static Optional<AnswerMend> withoutAnswer(Session session, Concern concern) {
        return concern.field()
                .filter(field -> session.answers().text(field).isPresent())
                .map(field -> new AnswerMend(field, ""))
                .filter(mend -> mend.helps(session, concern));
    }

    private boolean helps(Session session, Concern concern) {
        Outcome after =
                Outcome.of(session.answers().with(field, text), session.setup().surroundings());
        Set<String> errors = errors(session.concerns());
        boolean gone = after.concerns().stream()
                .noneMatch(
                        other -> other.id().equals(concern.id()) && other.line().equals(concern.line()));
        Setting setting = after.draft().setting(field);
        return gone
                && setting.standing() != Standing.MISSING
                && errors.containsAll(errors(after.concerns()))
                && (!session.isComplete() || after.draft().route().isPresent());
    }

    private static Set<String> errors(List<Concern> concerns) {
        return concerns.stream().filter(Concern::isError).map(Concern::id).collect(Collectors.toSet());
    }
}
