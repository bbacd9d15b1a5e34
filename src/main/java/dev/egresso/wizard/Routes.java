package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.reopen.OpenedSet;
import java.util.List;

/**
 * Choosing one of several routes that opened files hold.
 *
 * @param over answers that were given besides, which go over those of the files
 */
public record Routes(List<OpenedSet> sets, Answers over, int index) implements View {
    public Routes {
        sets = List.copyOf(sets);
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, BACK_TAB -> at(session, index - 1);
            case DOWN, TAB -> at(session, index + 1);
            case PAGE_UP, HOME -> at(session, 0);
            case PAGE_DOWN, END -> at(session, sets.size() - 1);
            case ENTER -> Step.to(Session.reopening(session.setup(), marked(), over));
            case ESCAPE -> Step.to(session.noting(Ink.INFO, session.say("routes-esc")));
            default -> Step.to(session);
        };
    }

    OpenedSet marked() {
        return sets.get(Math.min(index, sets.size() - 1));
    }

    private Step at(Session session, int wanted) {
        return Step.to(session.showing(new Routes(sets, over, Math.max(0, Math.min(wanted, sets.size() - 1)))));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "k" -> press(session, Key.UP);
            case "j" -> press(session, Key.DOWN);
            case "q" -> Action.LEAVE.run(session);
            case "?" -> Action.HELP.run(session);
            default -> Step.to(session);
        };
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.routes(this);
    }
}
