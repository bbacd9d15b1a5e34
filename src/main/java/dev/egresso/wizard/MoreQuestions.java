package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.screens.Question;
import java.util.List;
import java.util.Optional;

/**
 * In the list of questions that nobody has to answer.
 *
 * @param field the one that the cursor is at
 * @param editor the text being edited; for a choice, the letters typed so far of the word that it is called by
 * @param back where the person came from
 */
public record MoreQuestions(FieldId field, TextField editor, View back) implements View {

    /** The list with the cursor at a field, or at its first one if the field does not matter for this route. */
    static View at(Session session, FieldId field) {
        List<Question> questions = session.way().more();
        if (questions.isEmpty()) {
            return session.view();
        }
        FieldId found = questions.stream()
                .map(Question::field)
                .filter(field::equals)
                .findFirst()
                .orElse(questions.get(0).field());
        return new MoreQuestions(found, text(session, found), back(session));
    }

    private static View back(Session session) {
        return session.view() instanceof MoreQuestions more ? more.back() : session.view();
    }

    private static TextField text(Session session, FieldId field) {
        return Form.editor(session, field);
    }

    @Override
    public Step press(Session session, Key key) {
        Question question = session.setup().screens().question(field);
        return switch (key) {
            case UP, BACK_TAB -> Step.to(moved(session, -1));
            case DOWN, TAB, ENTER -> Step.to(moved(session, 1));
            case ESCAPE -> Step.to(session.visiting(back));
            case PAGE_UP -> Step.to(session.turnedBy(-1));
            case PAGE_DOWN -> Step.to(session.turnedBy(1));
            case LEFT ->
                question.isChoice() ? Step.to(Form.moved(at(session, ""), question, -1)) : edited(session, key);
            case RIGHT ->
                question.isChoice() ? Step.to(Form.moved(at(session, ""), question, 1)) : edited(session, key);
            default -> question.isChoice() ? Step.to(session) : edited(session, key);
        };
    }

    @Override
    public Step type(Session session, String text) {
        Question question = session.setup().screens().question(field);
        if (question.isChoice() && text.equals("?")) {
            return Action.EXPLAIN.run(session);
        }
        if (question.isChoice()) {
            return Step.to(Form.typed(session, question, editor.text(), text)
                    .map(pick -> Form.chosen(at(session, pick.word()), question, pick.index()))
                    .orElse(session));
        }
        return edited(session, Optional.of(editor.insert(text)));
    }

    private Session at(Session session, String word) {
        return session.showing(new MoreQuestions(field, TextField.holding(word), back));
    }

    private Step edited(Session session, Key key) {
        return edited(session, editor.press(key));
    }

    private Step edited(Session session, Optional<TextField> changed) {
        return Step.to(changed.map(next ->
                        session.showing(new MoreQuestions(field, next, back)).answering(field, next.text()))
                .orElse(session));
    }

    private Session moved(Session session, int by) {
        List<FieldId> fields =
                session.way().more().stream().map(Question::field).toList();
        int at = Math.max(0, fields.indexOf(field));
        FieldId next = fields.get(Math.floorMod(at + by, fields.size()));
        return session.visiting(new MoreQuestions(next, text(session, next), back));
    }

    @Override
    public View holdingAnswer(Session session) {
        return session.way().at(field);
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.moreQuestions(this);
    }
}
