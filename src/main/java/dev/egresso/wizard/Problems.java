package dev.egresso.wizard;

import dev.egresso.mesh.Problem;
import java.util.List;

/** Going through what is wrong, or worth knowing, about the answers. */
public record Problems(int index, View back) implements View {

    /** At the first error. */
    static View first(Session session) {
        List<Problem> problems = session.draft().problems();
        for (int i = 0; i < problems.size(); i++) {
            if (problems.get(i).isError()) {
                return new Problems(i, session.view());
            }
        }
        return new Problems(0, session.view());
    }

    @Override
    public Step press(Session session, Key key) {
        int count = session.draft().problems().size();
        return switch (key) {
            case UP, BACK_TAB -> at(session, index - 1, count);
            case DOWN, TAB -> at(session, index + 1, count);
            case ENTER ->
                count == 0
                        ? Step.to(session.visiting(back))
                        : Step.to(session.visiting(session.asking(session.draft()
                                .problems()
                                .get(Math.min(index, count - 1))
                                .field())));
            case ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int wanted, int count) {
        return Step.to(session.showing(new Problems(Math.max(0, Math.min(wanted, count - 1)), back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "k" -> press(session, Key.UP);
            case "j" -> press(session, Key.DOWN);
            case "q" -> press(session, Key.ESCAPE);
            case "u" -> Action.UNDO.run(session);
            case "r" -> Action.REDO.run(session);
            case "?" -> Action.HELP.run(session);
            default -> Step.to(session);
        };
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.problems(this);
    }
}
