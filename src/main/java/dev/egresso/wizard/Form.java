package dev.egresso.wizard;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Setting;
import dev.egresso.screens.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How answers are given, wherever a question is shown: a choice is moved through, a text is edited. */
final class Form {
    private Form() {}

    /** The place of the marked choice in its list. */
    static int marked(Session session, Question question) {
        String text = session.draft().setting(question.field()).text();
        List<Question.Choice> choices = question.choices();
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).value().equalsIgnoreCase(text)) {
                return i;
            }
        }
        return -1;
    }

    /** Another choice by so many places, round the ends. */
    static Session moved(Session session, Question question, int by) {
        int count = question.choices().size();
        int marked = marked(session, question);
        int start = marked < 0 && by < 0 ? 0 : marked;
        return chosen(session, question, Math.floorMod(start + by, count));
    }

    /** The choice at a place. What would stand there without an answer is not written down as one. */
    static Session chosen(Session session, Question question, int index) {
        String value = question.choices().get(index).value();
        Draft without = Draft.of(
                session.answers().without(question.field()), session.setup().surroundings());
        Setting usual = without.setting(question.field());
        return session.answering(question.field(), usual.text().equals(value) ? "" : value);
    }

    /** The choice that a typed sign means: its number, or its first letter. */
    static Optional<Session> typed(Session session, Question question, String text) {
        if (text.matches("[1-9]")) {
            int index = text.charAt(0) - '1';
            return index < question.choices().size() ? Optional.of(chosen(session, question, index)) : Optional.empty();
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        int from = marked(session, question);
        int count = question.choices().size();
        for (int i = 1; i <= count && !wanted.isEmpty(); i++) {
            int index = Math.floorMod(from + i, count);
            if (question.choices().get(index).value().toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return Optional.of(chosen(session, question, index));
            }
        }
        return Optional.empty();
    }

    /** What keeps a person from going forward from a question. */
    static Optional<Problem> obstacle(Session session, FieldId field) {
        return session.draft().problems(field).stream().filter(Problem::isError).findFirst();
    }
}
