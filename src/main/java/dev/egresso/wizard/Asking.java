package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Standing;
import dev.egresso.screens.Question;
import java.util.List;
import java.util.Optional;

/**
 * At one of the questions on the way.
 *
 * @param editor the text being edited; for a choice, the letters typed so far of the word that it is called by
 * @param insisted whether the person wanted to go on although something is wrong, so that it is time to say what
 */
public record Asking(FieldId field, TextField editor, boolean insisted) implements View {
    static Asking of(Session session, FieldId field) {
        return new Asking(field, Form.editor(session, field), false);
    }

    @Override
    public Step press(Session session, Key key) {
        Question question = session.setup().screens().question(field);
        return switch (key) {
            case ENTER -> forward(session, true);
            case TAB -> forward(session, false);
            case BACK_TAB, ESCAPE ->
                Step.to(session.way()
                        .before(field)
                        .map(session::visiting)
                        .orElseGet(() -> session.noting(Ink.INFO, session.say("first-question"))));
            case PAGE_UP -> Step.to(session.turnedBy(-1));
            case PAGE_DOWN -> Step.to(session.turnedBy(1));
            case UP -> Step.to(question.isChoice() ? moved(session, question, -1) : session.scrolledBy(-1));
            case DOWN -> Step.to(question.isChoice() ? moved(session, question, 1) : session.scrolledBy(1));
            default -> question.isChoice() ? Step.to(session) : edited(session, editor.press(key));
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

    private Session moved(Session session, Question question, int by) {
        return Form.moved(at(session, ""), question, by);
    }

    private Session at(Session session, String word) {
        return session.showing(new Asking(field, TextField.holding(word), false));
    }

    private Step edited(Session session, Optional<TextField> changed) {
        return Step.to(changed.map(
                        next -> session.showing(new Asking(field, next, false)).answering(field, next.text()))
                .orElse(session));
    }

    /**
     * To the next question; Enter goes from the third one on to the review. An answer that is refused or missing holds
     * here, and only here: the way back is always open.
     */
    private Step forward(Session session, boolean hurried) {
        Setting setting = session.draft().setting(field);
        boolean missing = setting.standing() == Standing.MISSING && !mayWait(session);
        if (Form.obstacle(session, field).isPresent() || missing) {
            return Step.to(session.showing(new Asking(field, editor, true)));
        }
        List<Question> steps = session.way().steps();
        boolean asked = steps.size() < 3
                || steps.stream().limit(2).noneMatch(step -> step.field().equals(field));
        return Step.to(
                session.visiting(hurried && asked ? new Review() : session.way().after(field)));
    }

    /** The internal host may stay open until it is clear that an alias is possible. */
    private boolean mayWait(Session session) {
        return field.equals(FieldId.INTERNAL_HOST)
                && session.answers().text(FieldId.EXTERNAL_URL).isEmpty();
    }

    @Override
    public View holdingAnswer(Session session) {
        return session.way().at(field);
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.asking(this);
    }
}
