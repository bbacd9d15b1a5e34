package dev.egresso.wizard;

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
            resources(below - upper, true);
        } else {
            stacked(upper);
            resources(below - upper, false);
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

    private void resources(int room, boolean wide) {
        ResourcesPart part = new ResourcesPart(session, columns, rows.size());
        rows.addAll(wide ? part.sideBySide(room) : part.one(room));
        targets.addAll(part.targets());
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
}
