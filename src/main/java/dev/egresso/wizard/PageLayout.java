package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.yaml.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the parts of a page together. Wide: question and explanation side by side, the resources side by side below them.
 * Narrow: one above the other, one resource at a time with tabs that name all. Small: the explanation goes too.
 */
final class PageLayout {
    private static final int WIDE_COLUMNS = 120;
    private static final int WIDE_ROWS = 32;
    private static final int LEAST_COLUMNS = 60;
    private static final int LEAST_ROWS = 16;
    private static final int JOURNEY_ROWS = 22;
    private static final int FOUR_PANES = 200;
    private static final int MARGIN = 2;
    private static final int WIDEST_SHEET = 156;
    /** With which the resources can still be read at the end. */
    private static final int LEAST_PANES = 12;

    private final Session session;
    private final Measure measure;
    private final int columns;
    private final int height;
    private final FramePart frame;
    private final List<Styled> rows = new ArrayList<>();
    private final List<Page.Target> targets = new ArrayList<>();
    private Optional<Page.Caret> caret = Optional.empty();

    PageLayout(Session session, int columns, int height) {
        this.session = session;
        this.measure = session.setup().measure();
        this.columns = columns;
        this.height = height;
        this.frame = new FramePart(session, columns);
    }

    Page page() {
        if (columns < LEAST_COLUMNS || height < LEAST_ROWS) {
            return tooSmall();
        }
        rows.add(frame.header(targets));
        rows.add(frame.rule());
        boolean wide = columns >= WIDE_COLUMNS && height >= WIDE_ROWS;
        boolean journey = height >= JOURNEY_ROWS;
        int foot = journey ? 4 : 3;
        int below = height - 2 - foot;
        boolean whole = session.view().takesThePage();
        int upper = whole ? below : wide ? wideUpper(below) : stackedUpper(below);
        if (whole) {
            sheet(upper);
        } else if (wide) {
            sideBySide(upper);
            panes(below - upper);
        } else {
            stacked(upper);
            onePane(below - upper);
        }
        fill(height - foot);
        rows.add(frame.rule());
        if (journey) {
            rows.add(frame.journey());
        }
        rows.add(frame.status());
        rows.add(frame.keys());
        return finished();
    }

    private Page finished() {
        List<Styled> fitted = rows.stream()
                .limit(height)
                .map(row -> row.fit(columns, measure))
                .toList();
        return new Page(columns, height, fitted, caret, targets);
    }

    private Page tooSmall() {
        Prose.wrap(session.say("too-small"), Math.max(1, columns), measure).stream()
                .limit(height)
                .forEach(row -> rows.add(Styled.of(row)));
        fill(height);
        return finished();
    }

    private void fill(int wanted) {
        while (rows.size() < wanted) {
            rows.add(Styled.empty());
        }
    }

    /**
     * The upper part keeps its height from question to question, so that the resources stay where they are. At the end it
     * takes what it needs, as long as the resources can still be read.
     */
    private int wideUpper(int below) {
        int forPanes = 27;
        int usual = Math.max(12, Math.min(16, below - forPanes));
        if (!(session.view() instanceof Review)) {
            return usual;
        }
        int most = Math.max(usual, below - LEAST_PANES);
        return Math.max(usual, Math.min(most, trimmed(wide(most - 1).left()).size() + 1));
    }

    private int leftWidth() {
        return Math.min((columns - 3 * MARGIN) / 2, 76);
    }

    private Upper wide(int room) {
        int leftWidth = leftWidth();
        int rightWidth = Math.min(columns - leftWidth - 3 * MARGIN, 96);
        return session.view().shown(new UpperPart(session, leftWidth, rightWidth, columns - 2 * MARGIN, room, false));
    }

    private int stackedUpper(int below) {
        if (session.view() instanceof Asking asking) {
            int choices =
                    session.setup().screens().question(asking.field()).choices().size();
            if (choices >= QuestionPart.MANY_CHOICES) {
                return Math.max(6, Math.min(below - 6, choices + 5));
            }
        }
        boolean reading = !(session.view() instanceof Asking) && !(session.view() instanceof Review);
        return Math.max(6, reading ? below * 3 / 5 : below * 10 / 19);
    }

    private void sideBySide(int upperHeight) {
        int leftWidth = leftWidth();
        int room = upperHeight - 1;
        Upper upper = wide(room);
        adopt(upper, rows.size());
        List<Styled> left = clipped(upper.left(), room);
        List<Styled> right = clipped(upper.right(), room);
        for (int i = 0; i < room; i++) {
            Styled row = Styled.of(" ".repeat(MARGIN)).plus(i < left.size() ? left.get(i) : Styled.empty());
            if (!upper.wholeWidth()) {
                row = row.fit(leftWidth + 2 * MARGIN, measure).plus(i < right.size() ? right.get(i) : Styled.empty());
            }
            rows.add(row);
        }
        rows.add(Styled.empty());
    }

    /** One view alone, without the resources. */
    private void sheet(int room) {
        int width = Math.min(columns - 2 * MARGIN, WIDEST_SHEET);
        Upper upper = session.view().shown(new UpperPart(session, width, width, width, room, true));
        caret = upper.caret().map(at -> new Page.Caret(at.column() + MARGIN, at.row() + rows.size()));
        upper.targets().forEach(target -> targets.add(target.movedBy(MARGIN, rows.size())));
        clipped(upper.left(), room)
                .forEach(row -> rows.add(Styled.of(" ".repeat(MARGIN)).plus(row)));
    }

    private void stacked(int upperHeight) {
        int width = columns - 2;
        int room = upperHeight;
        Upper upper = session.view().shown(new UpperPart(session, width, width, width, room, true));
        adopt(upper, rows.size());
        List<Styled> all = new ArrayList<>(trimmed(upper.left()));
        int left = all.size();
        boolean roomForBoth = left + 2 <= room && !upper.right().isEmpty();
        if (roomForBoth) {
            all.add(Styled.empty());
            all.addAll(upper.right());
        }
        clipped(all, room).forEach(row -> rows.add(Styled.of(" ").plus(row)));
        fill(2 + upperHeight);
    }

    private void adopt(Upper upper, int firstRow) {
        int margin = columns >= WIDE_COLUMNS && height >= WIDE_ROWS ? MARGIN : 1;
        caret = upper.caret()
                .map(at -> new Page.Caret(
                        Math.min(columns - 1, at.column() + margin), Math.min(height - 4, at.row() + firstRow)));
        upper.targets().forEach(target -> targets.add(target.movedBy(margin, firstRow)));
    }

    private static List<Styled> trimmed(List<Styled> rows) {
        int end = rows.size();
        while (end > 0 && rows.get(end - 1).isBlank()) {
            end--;
        }
        return rows.subList(0, end);
    }

    /** The rows that there is room for; a sign at the end where there are more. */
    private static List<Styled> clipped(List<Styled> rows, int room) {
        List<Styled> kept = trimmed(rows);
        if (kept.size() <= room) {
            return kept;
        }
        List<Styled> cut = new ArrayList<>(kept.subList(0, Math.max(0, room - 1)));
        cut.add(kept.get(Math.max(0, room - 1)).plus(" …", Ink.DIM));
        return cut;
    }

    private void panes(int paneHeight) {
        List<Kind> kinds = shownKinds();
        int count = kinds.size();
        int each = (columns - (count - 1)) / count;
        int body = paneHeight - 1;
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
                        rows.size() + 1 + row,
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
        String rows = session.say(
                "pane-rows",
                "from",
                Integer.toString(top + 1),
                "to",
                Integer.toString(Math.min(pane.length(), top + body)),
                "of",
                Integer.toString(pane.length()));
        return " " + rows + " ";
    }

    private void onePane(int paneHeight) {
        List<Kind> kinds = tabKinds();
        Kind shown = shownTab(kinds);
        PanePart pane = new PanePart(session, shown, columns - 1, true);
        int body = paneHeight - 1;
        Styled tabs = Styled.of(" ");
        for (Kind kind : kinds) {
            tabs = kind == shown
                    ? tabs.plus("[" + kind.word() + "]", Ink.TAB).plus(" ")
                    : tabs.plus(" " + kind.word() + " ", Ink.DIM).plus(" ");
        }
        String more = inSight(pane, body);
        int room = columns - tabs.width(measure) - measure.of(more) - 1;
        rows.add(
                room < 0
                        ? tabs
                        : tabs.plus("─".repeat(room), Ink.RULE)
                                .plus(more, Ink.DIM)
                                .plus("─", Ink.RULE));
        lineTargets(shown, pane, body, 0, columns);
        rows.addAll(pane.rows(body));
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
