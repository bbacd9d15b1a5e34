package dev.egresso.wizard;

import java.util.List;

/** Before a file that says something else: the difference is shown, and nothing is written yet. */
public record Overwriting(SaveSpec spec, List<Styled> difference, int scroll) implements View {
    public Overwriting {
        difference = List.copyOf(difference);
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP -> at(session, scroll - 1);
            case DOWN -> at(session, scroll + 1);
            case PAGE_UP -> at(session, scroll - 10);
            case PAGE_DOWN -> at(session, scroll + 10);
            case ESCAPE -> Step.to(session.visiting(new Review()));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int row) {
        int kept = Math.max(0, Math.min(row, difference.size() - 1));
        return Step.to(session.showing(new Overwriting(spec, difference, kept)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "o" -> session.writing().saving(spec, true, false);
            case "r" -> Step.to(session.visiting(Saving.of(session, spec)));
            case "j" -> at(session, scroll + 1);
            case "k" -> at(session, scroll - 1);
            case "q" -> press(session, Key.ESCAPE);
            case "?" -> Action.HELP.run(session);
            default -> Step.to(session);
        };
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.overwriting(this);
    }
}
