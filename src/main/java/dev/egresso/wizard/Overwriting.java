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
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME -> at(session, key.moved(scroll));
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
            default -> letter(session, text);
        };
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.overwriting(this);
    }
}
