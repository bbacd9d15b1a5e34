package dev.egresso.wizard;

import dev.egresso.yaml.Layout;
import java.util.Optional;

/**
 * Saying where and how to save.
 *
 * @param row which line of the sheet: layout, path, comments, answers
 */
public record Saving(SaveSpec spec, TextField path, int row, View back) implements View {
    public static final int LAYOUT = 0;
    public static final int PATH = 1;
    public static final int COMMENTS = 2;
    public static final int ANSWERS = 3;
    private static final int ROWS = 4;

    static Saving of(Session session, SaveSpec spec) {
        View back = session.view() instanceof Saving already ? already.back() : session.view();
        View home = back instanceof Overwriting || back instanceof MakingFolder ? new Review() : back;
        return new Saving(spec, TextField.holding(spec.path()), PATH, home);
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case ENTER -> session.writing().saving(typed(), false, false);
            case ESCAPE -> Step.to(session.savingAs(typed()).visiting(back));
            case TAB, DOWN -> show(session, spec, path, Math.floorMod(row + 1, ROWS));
            case BACK_TAB, UP -> show(session, spec, path, Math.floorMod(row - 1, ROWS));
            default -> row == PATH ? edited(session, path.press(key)) : ticked(session, key);
        };
    }

    @Override
    public Step type(Session session, String text) {
        if (row == PATH) {
            return edited(session, Optional.of(path.insert(text)));
        }
        return text.isBlank() ? ticked(session, Key.RIGHT) : Step.to(session);
    }

    private Step edited(Session session, Optional<TextField> changed) {
        return changed.map(next -> show(session, spec, next, row)).orElse(Step.to(session));
    }

    private Step ticked(Session session, Key key) {
        if (key != Key.LEFT && key != Key.RIGHT) {
            return Step.to(session);
        }
        return switch (row) {
            case LAYOUT -> show(session, with(turned(key == Key.RIGHT ? 1 : -1)), path, row);
            case COMMENTS ->
                show(session, new SaveSpec(spec.layout(), spec.path(), !spec.comments(), spec.answers()), path, row);
            case ANSWERS ->
                show(session, new SaveSpec(spec.layout(), spec.path(), spec.comments(), !spec.answers()), path, row);
            default -> Step.to(session);
        };
    }

    private Layout turned(int by) {
        Layout[] all = Layout.values();
        return all[Math.floorMod(spec.layout().ordinal() + by, all.length)];
    }

    private SaveSpec with(Layout layout) {
        return new SaveSpec(layout, spec.path(), spec.comments(), spec.answers());
    }

    /** The sheet as it stands, with the path as typed. */
    public SaveSpec typed() {
        return new SaveSpec(spec.layout(), path.text(), spec.comments(), spec.answers());
    }

    private Step show(Session session, SaveSpec changed, TextField text, int at) {
        return Step.to(session.showing(new Saving(changed, text, at, back)));
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.saving(this);
    }
}
