package dev.egresso.wizard;

/** At the end: what was made, and what may be done with it. Enter does nothing that cannot be taken back. */
public record Review() implements View {
    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case BACK_TAB, ESCAPE -> Step.to(session.visiting(session.way().last()));
            case PAGE_UP -> Step.to(session.turnedBy(-1));
            case PAGE_DOWN -> Step.to(session.turnedBy(1));
            case UP -> Step.to(session.scrolledBy(-1));
            case DOWN -> Step.to(session.scrolledBy(1));
            case ENTER ->
                Step.to(session.noting(
                        Ink.INFO, session.say(session.savedTo().isPresent() ? "review-enter-saved" : "review-enter")));
            default -> Step.to(session);
        };
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "s" -> Action.SAVE.run(session);
            case "a" -> Action.APPLY.run(session);
            case "d" -> Action.DIFFERENCES.run(session);
            case "g" -> Action.CAME_OF.run(session);
            case "b" -> Action.TAKE_BACK.run(session);
            case "w" -> Action.SAVE_AS.run(session);
            case "c" -> Action.COPY.run(session);
            case "y" -> Action.INSPECT.run(session);
            case "f" -> Action.PROBLEMS.run(session);
            case "t" -> Action.TRACE.run(session);
            case "p" -> Action.PROBE.run(session);
            case "v" -> Action.PROVE.run(session);
            case "l" -> Action.LOOK.run(session);
            case "e" -> Action.EDIT.run(session);
            case "o" -> Action.MORE.run(session);
            case "u" -> Action.UNDO.run(session);
            case "r" -> Action.REDO.run(session);
            case "q" -> Action.LEAVE.run(session);
            case "?" -> Action.HELP.run(session);
            case "k" -> Step.to(session.scrolledBy(-1));
            case "j" -> Step.to(session.scrolledBy(1));
            default -> Step.to(session);
        };
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.review(this);
    }
}
