package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Kind;
import dev.egresso.yaml.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Walking the lines of the resources.
 *
 * @param row the line that the cursor is on
 * @param find what is being looked for
 * @param finding whether the text to look for is being typed
 */
public record Inspecting(Kind kind, int row, String find, boolean finding, View back) implements View {

    /** At the first line that the question in focus feeds. */
    static View of(Session session) {
        View back = session.view() instanceof Inspecting already ? already.back() : session.view();
        Optional<Line> fed = session.focus().flatMap(session.preview()::first);
        if (fed.isPresent()) {
            Kind kind = fed.get().path().kind();
            return new Inspecting(kind, session.preview().pane(kind).lines().indexOf(fed.get()), "", false, back);
        }
        return new Inspecting(Kind.SERVICE_ENTRY, 0, "", false, back);
    }

    /** At a line, wherever it stands. */
    static View at(Session session, FieldPath path) {
        List<Line> lines = session.preview().pane(path.kind()).lines();
        int row = 0;
        for (int i = 0; i < lines.size(); i++) {
            row = lines.get(i).path().equals(path) ? i : row;
        }
        return new Inspecting(path.kind(), row, "", false, session.view());
    }

    /** The line under the cursor. */
    public Optional<Line> line(Session session) {
        List<Line> lines = session.preview().pane(kind).lines();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(Math.min(row, lines.size() - 1)));
    }

    @Override
    public Step press(Session session, Key key) {
        if (finding) {
            return typingWhatToFind(session, key);
        }
        int last = session.preview().pane(kind).lines().size() - 1;
        return switch (key) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME -> at(session, key.moved(row));
            case END -> at(session, last);
            case LEFT, BACK_TAB -> turned(session, -1);
            case RIGHT, TAB -> turned(session, 1);
            case ENTER -> question(session);
            case ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    @Override
    public Step type(Session session, String text) {
        if (finding) {
            return Step.to(session.showing(new Inspecting(kind, row, find + text, true, back)));
        }
        return switch (text) {
            case "k" -> at(session, row - 1);
            case "j" -> at(session, row + 1);
            case "h" -> turned(session, -1);
            case "l" -> turned(session, 1);
            case "/" -> Step.to(session.showing(new Inspecting(kind, row, "", true, back)));
            case "n" -> next(session);
            case "c" -> Action.COPY.run(session);
            case "q" -> Step.to(session.visiting(back));
            case "u" -> Action.UNDO.run(session);
            case "r" -> Action.REDO.run(session);
            case "?" -> Action.EXPLAIN.run(session);
            default -> Step.to(session);
        };
    }

    private Step typingWhatToFind(Session session, Key key) {
        return switch (key) {
            case ENTER -> new Inspecting(kind, row, find, false, back).next(session);
            case BACKSPACE ->
                Step.to(session.showing(new Inspecting(
                        kind,
                        row,
                        find.isEmpty()
                                ? ""
                                : TextField.holding(find)
                                        .press(key)
                                        .orElseThrow()
                                        .text(),
                        true,
                        back)));
            case ESCAPE -> Step.to(session.showing(new Inspecting(kind, row, "", false, back)));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int wanted) {
        int last = session.preview().pane(kind).lines().size() - 1;
        int next = Math.max(0, Math.min(wanted, last));
        return Step.to(session.showing(new Inspecting(kind, next, find, false, back)));
    }

    private Step turned(Session session, int by) {
        List<Kind> kinds = session.preview().written();
        Kind next = kinds.get(Math.floorMod(kinds.indexOf(kind) + by, kinds.size()));
        int last = session.preview().pane(next).lines().size() - 1;
        return Step.to(session.showing(new Inspecting(next, Math.min(row, last), find, false, back)));
    }

    private Step question(Session session) {
        Optional<FieldId> question = line(session).map(Line::origin).flatMap(Focus::question);
        if (question.isEmpty()) {
            String because = line(session)
                    .map(line ->
                            session.setup().screens().words().of(line.origin().because()))
                    .orElse("");
            return Step.to(session.noting(Ink.INFO, because));
        }
        return Step.to(session.visiting(session.way().at(question.get())));
    }

    private Step next(Session session) {
        if (find.isEmpty()) {
            return Step.to(session.noting(Ink.INFO, session.say("find-nothing-typed")));
        }
        List<Kind> kinds = session.preview().written();
        int start = kinds.indexOf(kind);
        for (int turn = 0; turn <= kinds.size(); turn++) {
            Kind in = kinds.get((start + turn) % kinds.size());
            List<Line> lines = session.preview().pane(in).lines();
            for (int i = turn == 0 ? row + 1 : 0; i < lines.size(); i++) {
                if (lines.get(i).text().toLowerCase(Locale.ROOT).contains(find.toLowerCase(Locale.ROOT))) {
                    return Step.to(session.showing(new Inspecting(in, i, find, false, back)));
                }
            }
        }
        return Step.to(session.showing(this).noting(Ink.INFO, session.say("find-not-there", "text", find)));
    }

    @Override
    public <T> T shown(Shown<T> by) {
        return by.inspecting(this);
    }
}
