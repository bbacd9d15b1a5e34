package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.yaml.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out the resources below what is asked or shown: side by side, or one at a time where there is no room for that. */
final class ResourcesPart {
    private static final int FOUR_PANES = 200;

    private final Session session;
    private final Measure measure;
    private final int columns;
    private final int firstRow;
    private final List<Styled> rows = new ArrayList<>();
    private final List<Page.Target> targets = new ArrayList<>();

    /** @param firstRow of the page that they begin at */
    ResourcesPart(Session session, int columns, int firstRow) {
        this.session = session;
        this.measure = session.setup().measure();
        this.columns = columns;
        this.firstRow = firstRow;
    }

    /** A click on a line walks there. */
    List<Page.Target> targets() {
        return targets;
    }

    /** Each in a column of its own. @param room the rows for all of them, with their titles */
    List<Styled> sideBySide(int room) {
        List<Kind> kinds = shownKinds();
        int count = kinds.size();
        int each = (columns - (count - 1)) / count;
        int body = room - 1;
        Styled titles = Styled.empty();
        List<List<Styled>> bodies = new ArrayList<>();
        int column = 0;
        for (int i = 0; i < count; i++) {
            int width = i == count - 1 ? columns - column : each;
            PanePart pane = new PanePart(session, kinds.get(i), width - 1, false);
            titles = titles.plus(title(kinds.get(i), pane, body, width + (i == count - 1 ? 0 : 1)));
            List<Styled> lines = new ArrayList<>(pane.rows(body));
            if (i == count - 1 && !kinds.contains(Kind.SERVICE)) {
                fourth(lines, body);
            }
            bodies.add(lines);
            lineTargets(kinds.get(i), pane, body, column, width);
            column += width + 1;
        }
        rows.add(titles);
        for (int row = 0; row < body; row++) {
            Styled line = Styled.empty();
            for (int i = 0; i < count; i++) {
                Styled cell = row < bodies.get(i).size() ? bodies.get(i).get(row) : Styled.empty();
                line = i == count - 1
                        ? line.plus(cell)
                        : line.plus(cell.fit(each, measure)).plus("│", Ink.RULE);
            }
            rows.add(line);
        }
        return rows;
    }

    /** A Service that there is no room for is named below the last resource. */
    private void fourth(List<Styled> lines, int room) {
        Preview.Pane service = session.preview().pane(Kind.SERVICE);
        if (!service.lines().isEmpty() && lines.size() + 1 < room) {
            lines.add(Styled.empty());
            lines.add(Styled.of("  " + session.say("and-service"), Ink.DIM));
        }
    }

    private void lineTargets(Kind kind, PanePart pane, int body, int column, int width) {
        int top = pane.top(body);
        View back = session.view() instanceof Inspecting inspecting ? inspecting.back() : session.view();
        for (int row = 0; row < body && top + row < pane.length(); row++) {
            if (!session.preview().pane(kind).lines().isEmpty()) {
                targets.add(new Page.Target(
                        firstRow + 1 + row,
                        column,
                        column + width,
                        new Message.Visit(new Inspecting(kind, pane.lineAt(top + row), "", false, back))));
            }
        }
    }

    private List<Kind> shownKinds() {
        boolean service = !session.preview().pane(Kind.SERVICE).lines().isEmpty();
        if (service && columns >= FOUR_PANES) {
            return List.of(Kind.values());
        }
        boolean atService = service && session.view() instanceof Inspecting at && at.kind() == Kind.SERVICE;
        return List.of(Kind.SERVICE_ENTRY, Kind.VIRTUAL_SERVICE, atService ? Kind.SERVICE : Kind.DESTINATION_RULE);
    }

    private Styled title(Kind kind, PanePart pane, int body, int width) {
        String file = session.preview().pane(kind).file();
        String about = !file.isEmpty() ? file : width >= 50 ? session.say("pane-" + kind.word()) : "";
        Styled title = Styled.of(" " + kind.word(), Ink.TAB).plus(about.isEmpty() ? " " : "  " + about + " ", Ink.DIM);
        String more = inSight(pane, body);
        int room = width - title.width(measure) - measure.of(more) - 1;
        if (room < 0 && !about.isEmpty()) {
            title = Styled.of(" " + kind.word() + " ", Ink.TAB);
            room = width - title.width(measure) - measure.of(more) - 1;
        }
        return room < 0
                ? title.fit(width, measure)
                : title.plus("─".repeat(room), Ink.RULE).plus(more, Ink.DIM).plus("─", Ink.RULE);
    }

    /** Which rows of a resource are in sight, where not all of them are. */
    private String inSight(PanePart pane, int body) {
        if (pane.length() <= body) {
            return "";
        }
        int top = pane.top(body);
        String sight = session.say(
                "pane-rows",
                "from",
                Integer.toString(top + 1),
                "to",
                Integer.toString(Math.min(pane.length(), top + body)),
                "of",
                Integer.toString(pane.length()));
        return " " + sight + " ";
    }

    /** One of them, below tabs that name all. */
    List<Styled> one(int room) {
        List<Kind> kinds = tabKinds();
        Kind shown = shownTab(kinds);
        PanePart pane = new PanePart(session, shown, columns - 1, true);
        int body = room - 1;
        Styled tabs = Styled.of(" ");
        for (Kind kind : kinds) {
            tabs = kind == shown
                    ? tabs.plus("[" + kind.word() + "]", Ink.TAB).plus(" ")
                    : tabs.plus(" " + kind.word() + " ", Ink.DIM).plus(" ");
        }
        String more = inSight(pane, body);
        int rule = columns - tabs.width(measure) - measure.of(more) - 1;
        rows.add(
                rule < 0
                        ? tabs
                        : tabs.plus("─".repeat(rule), Ink.RULE)
                                .plus(more, Ink.DIM)
                                .plus("─", Ink.RULE));
        lineTargets(shown, pane, body, 0, columns);
        rows.addAll(pane.rows(body));
        return rows;
    }

    private List<Kind> tabKinds() {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.SERVICE_ENTRY, Kind.VIRTUAL_SERVICE, Kind.DESTINATION_RULE));
        if (!session.preview().pane(Kind.SERVICE).lines().isEmpty()) {
            kinds.add(Kind.SERVICE);
        }
        return kinds;
    }

    /** The resource that the question feeds first, or the one that the person has turned to. */
    private Kind shownTab(List<Kind> kinds) {
        if (session.view() instanceof Inspecting inspecting) {
            return inspecting.kind();
        }
        Optional<FieldId> focus = session.focus();
        int usual = 0;
        int most = 0;
        for (int i = 0; i < kinds.size() && focus.isPresent(); i++) {
            int fed = fedLines(kinds.get(i), focus.get());
            if (fed > most) {
                usual = i;
                most = fed;
            }
        }
        return kinds.get(Math.floorMod(usual + session.turned(), kinds.size()));
    }

    private int fedLines(Kind kind, FieldId field) {
        return (int) session.preview().pane(kind).lines().stream()
                .map(Line::origin)
                .filter(origin -> origin.fields().contains(field))
                .count();
    }
}
