package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.screens.AnswersFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Choosing ready answers. They take the place of the answers so far; undo brings those back. */
public record Presets(int index, View back) implements View {
    @Override
    public Step press(Session session, Key key) {
        List<Map.Entry<String, AnswersFile>> presets = all(session);
        return switch (key) {
            case UP, BACK_TAB, DOWN, TAB, PAGE_UP, PAGE_DOWN -> at(session, key.moved(index), presets.size());
            case ENTER -> taken(session, presets);
            case ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    private static List<Map.Entry<String, AnswersFile>> all(Session session) {
        return List.copyOf(session.setup().screens().presets().entrySet());
    }

    /** The answers that the cursor is at. */
    Optional<Answers> marked(Session session) {
        List<Map.Entry<String, AnswersFile>> presets = all(session);
        return presets.isEmpty()
                ? Optional.empty()
                : Optional.of(presets.get(Math.min(index, presets.size() - 1))
                        .getValue()
                        .answers());
    }

    private Step at(Session session, int wanted, int count) {
        return Step.to(session.showing(new Presets(Math.max(0, Math.min(wanted, count - 1)), back)));
    }

    private Step taken(Session session, List<Map.Entry<String, AnswersFile>> presets) {
        if (presets.isEmpty()) {
            return Step.to(session.visiting(back));
        }
        Map.Entry<String, AnswersFile> preset = presets.get(Math.min(index, presets.size() - 1));
        Session answered = session.answeringAll(preset.getValue().answers());
        return Step.to(
                answered.visiting(new Review()).noting(Ink.OK, session.say("preset-taken", "preset", preset.getKey())));
    }

    @Override
    public Step type(Session session, String text) {
        return letter(session, text);
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.presets(this);
    }
}
