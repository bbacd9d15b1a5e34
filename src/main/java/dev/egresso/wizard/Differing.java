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
            case UP -> at(session, scroll - 1);
            case DOWN -> at(session, scroll + 1);
            case PAGE_UP -> at(session, scroll - 10);
            case PAGE_DOWN -> at(session, scroll + 10);
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
            case "j" -> at(session, scroll + 1);
            case "k" -> at(session, scroll - 1);
            case "q" -> press(session, Key.ESCAPE);
            case "?" -> Action.HELP.run(session);
            default -> Step.to(session);
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
