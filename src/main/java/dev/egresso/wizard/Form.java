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

    /** What is being edited where a question is come to: its answer, or nothing where it is a choice. */
    static TextField editor(Session session, FieldId field) {
        boolean choice = session.setup().screens().question(field).isChoice();
        return TextField.holding(choice ? "" : session.answers().text(field).orElse(""));
    }

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

    /** A choice made by typing. @param word the letters that led to it, for more to follow */
    record Pick(int index, String word) {}

    /**
     * The choice that typed letters mean: the one whose word they go on writing, the one of this number, or the next one
     * that begins so. People who are asked for a word type it, {@code HTTPS} letter by letter.
     */
    static Optional<Pick> typed(Session session, Question question, String before, String text) {
        String longer = (before + text.strip()).toLowerCase(Locale.ROOT);
        int written = before.isEmpty() ? -1 : beginning(session, question, longer);
        if (written >= 0) {
            return Optional.of(new Pick(written, longer));
        }
        if (text.matches("[1-9]")) {
            int index = text.charAt(0) - '1';
            return index < question.choices().size() ? Optional.of(new Pick(index, "")) : Optional.empty();
        }
        String word = text.strip().toLowerCase(Locale.ROOT);
        int next = word.isEmpty() ? -1 : nextBeginning(session, question, word);
        return next < 0 ? Optional.empty() : Optional.of(new Pick(next, word));
    }

    /** The choice that is called so, else the marked one if it begins so, else the first that does. */
    private static int beginning(Session session, Question question, String word) {
        List<String> values = values(question);
        int marked = marked(session, question);
        if (values.contains(word)) {
            return values.indexOf(word);
        }
        return marked >= 0 && values.get(marked).startsWith(word)
                ? marked
                : values.indexOf(values.stream()
                        .filter(value -> value.startsWith(word))
                        .findFirst()
                        .orElse(""));
    }

    private static int nextBeginning(Session session, Question question, String word) {
        List<String> values = values(question);
        if (word.length() > 1 && values.contains(word)) {
            return values.indexOf(word);
        }
        int from = marked(session, question);
        for (int i = 1; i <= values.size(); i++) {
            int index = Math.floorMod(from + i, values.size());
            if (values.get(index).startsWith(word)) {
                return index;
            }
        }
        return -1;
    }

    private static List<String> values(Question question) {
        return question.choices().stream()
                .map(choice -> choice.value().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What keeps a person from going forward from a question. */
    static Optional<Problem> obstacle(Session session, FieldId field) {
        return session.draft().problems(field).stream().filter(Problem::isError).findFirst();
    }
}
