package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Standing;
import dev.egresso.screens.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way through the questions: which of them are asked, in which order, and where the answers are not complete yet. */
record Way(Session session) {
    /** The questions that are asked on the way: the first three always, the others where they matter. */
    List<Question> steps() {
        List<Question> main = session.setup().screens().questions().stream()
                .filter(Question::main)
                .toList();
        List<Question> steps = new ArrayList<>();
        for (Question question : main) {
            if (steps.size() < 3 || isOpenToAnswers(question.field())) {
                steps.add(question);
            }
        }
        return steps;
    }

    /** The other questions, where they matter. */
    List<Question> more() {
        return session.setup().screens().questions().stream()
                .filter(question -> !question.main())
                .filter(question -> isOpenToAnswers(question.field()))
                .toList();
    }

    /** It matters for this route, or was answered all the same and has to be there to take the answer back. */
    private boolean isOpenToAnswers(FieldId field) {
        return session.draft().setting(field).applies()
                || session.answers().text(field).isPresent();
    }

    View at(FieldId field) {
        Question question = session.setup().screens().question(field);
        if (!question.main()) {
            return MoreQuestions.at(session, field);
        }
        return Asking.of(session, field);
    }

    View firstOpen() {
        for (Question question : steps()) {
            Setting setting = session.draft().setting(question.field());
            if (setting.standing() == Standing.MISSING || setting.standing() == Standing.REFUSED) {
                return Asking.of(session, question.field());
            }
        }
        return new Review();
    }

    /** The question or the review after this one; Tab walks all of them. */
    View after(FieldId field) {
        List<Question> steps = steps();
        for (int i = 0; i < steps.size() - 1; i++) {
            if (steps.get(i).field().equals(field)) {
                return Asking.of(session, steps.get(i + 1).field());
            }
        }
        return new Review();
    }

    /** The question before this one, if there is one. */
    Optional<View> before(FieldId field) {
        List<Question> steps = steps();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).field().equals(field)) {
                return Optional.of(Asking.of(session, steps.get(i - 1).field()));
            }
        }
        return Optional.empty();
    }

    View last() {
        List<Question> steps = steps();
        return Asking.of(session, steps.get(steps.size() - 1).field());
    }
}
