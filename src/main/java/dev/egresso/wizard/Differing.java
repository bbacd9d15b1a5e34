package dev.egresso.wizard;

import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.yaml.TextDifference;
import java.util.ArrayList;
import java.util.List;

/** Before opened files are written: what would change in them is shown, and nothing is written yet. */
public record Differing(List<Styled> rows, int scroll) implements View {
    public Differing {
        rows = List.copyOf(rows);
    }

    static Differing of(OpenedSet opened, EditedSet edited) {
        List<Styled> rows = new ArrayList<>();
        edited.texts().forEach((name, text) -> {
            TextDifference difference = TextDifference.between(opened.onDisk().get(name), text);
            rows.addAll(DifferenceRows.of(difference.unified(name, name + " (new)")));
        });
        return new Differing(rows, 0);
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
        int kept = Math.max(0, Math.min(row, rows.size() - 1));
        return Step.to(session.showing(new Differing(rows, kept)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "o" ->
                Step.to(
                        session,
                        new Effect.WriteBack(
                                session.setup().opened().orElseThrow(),
                                session.outcome().edited().orElseThrow()));
            default -> letter(session, text);
        };
    }

    /** What is to be written is worth more room than the resources as they would be. */
    @Override
    public boolean takesThePage() {
        return true;
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.differing(this);
    }
}
