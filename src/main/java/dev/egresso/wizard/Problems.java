package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import java.util.List;
import java.util.Optional;

/** Going through what is wrong, or worth knowing, about the answers. */
public record Problems(int index, View back) implements View {

    /** At the worst. */
    static View first(Session session) {
        return new Problems(0, session.view());
    }

    @Override
    public Step press(Session session, Key key) {
        int count = session.concerns().size();
        return switch (key) {
            case UP, BACK_TAB -> at(session, index - 1, count);
            case DOWN, TAB -> at(session, index + 1, count);
            case ENTER -> Step.to(session.visiting(entered(session).orElse(back)));
            case ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    /** What the cursor is at. */
    Optional<Concern> concern(Session session) {
        List<Concern> concerns = session.concerns();
        return concerns.isEmpty() ? Optional.empty() : Optional.of(concerns.get(Math.min(index, concerns.size() - 1)));
    }

    /** The question that can mend it, or else the line that it is about. */
    private Optional<View> entered(Session session) {
        return concern(session)
                .flatMap(concern -> concern.field().map(session.way()::at).or(() -> concern.line()
                        .map(line -> Inspecting.at(session, line))));
    }

    /** Sets the answer that takes it away, and says so; what needs a decision is left to the person. */
    private Step mended(Session session) {
        Optional<Concern> concern = concern(session);
        if (concern.isEmpty()) {
            return Step.to(session);
        }
        Optional<AnswerMend> mend = AnswerMend.of(session, concern.get());
        if (mend.isEmpty()) {
            return Step.to(session.noting(Ink.INFO, session.say("mend-none")));
        }
        FieldId field = mend.get().field();
        String title = session.setup().screens().question(field).title();
        String text = mend.get().text();
        return Step.to(session.visiting(this)
                .answering(field, text)
                .noting(
                        Ink.OK,
                        text.isEmpty()
                                ? session.say("mend-taken", "question", title)
                                : session.say("mend-set", "question", title, "text", Visible.of(text))));
    }

    private Step at(Session session, int wanted, int count) {
        return Step.to(session.showing(new Problems(Math.max(0, Math.min(wanted, count - 1)), back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "f" -> mended(session);
            case "x" ->
                Step.to(concern(session)
                        .map(concern -> session.visiting(Explaining.rule(session, concern)))
                        .orElse(session));
            case "t" -> Action.TRACE.run(session);
            case "u" -> Action.UNDO.run(session);
            case "r" -> Action.REDO.run(session);
            default -> letter(session, text);
        };
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.problems(this);
    }
}
