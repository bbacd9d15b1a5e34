package dev.egresso.wizard;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Severity;
import dev.egresso.yaml.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lays out one resource: two gutter cells with marks, then the line, folded where it is too long. The first cell says how
 * a line belongs to what the person is at, the second what has just happened to it.
 */
final class PanePart {
    static final int GUTTER = 2;
    private final Session session;
    private final Measure measure;
    private final Preview.Pane pane;
    private final int width;
    private final boolean alone;
    private final Optional<FieldId> focus;
    private final Optional<Line> cursor;
    private final List<Styled> rows = new ArrayList<>();
    private final List<Integer> firstRows = new ArrayList<>();
    private int firstChanged = -1;
    private int firstFed = -1;
    private boolean fedInSpec;
    private int cursorRow = -1;

    /** @param alone whether it is the only one in sight, and so moves to the lines that the question feeds */
    PanePart(Session session, Kind kind, int width, boolean alone) {
        this.session = session;
        this.measure = session.setup().measure();
        this.pane = session.preview().pane(kind);
        this.width = width;
        this.alone = alone;
        this.focus = session.focus();
        this.cursor = session.view() instanceof Inspecting inspecting ? inspecting.line(session) : Optional.empty();
        pane.lines().forEach(this::write);
        pane.notNeeded().ifPresent(reason -> Prose.wrap(
                        session.setup().screens().words().of(reason), width - 4, measure)
                .forEach(row -> rows.add(Styled.of("  " + row, Ink.DIM))));
    }

    /** So many rows of the resource, moved so that what matters is in sight. */
    List<Styled> rows(int height) {
        int top = top(height);
        return rows.subList(Math.min(top, rows.size()), Math.min(rows.size(), top + height));
    }

    /** How many rows the whole resource takes. */
    int length() {
        return rows.size();
    }

    int top(int height) {
        int last = Math.max(0, rows.size() - height);
        int wanted = cursorRow >= 0
                ? cursorRow
                : firstChanged >= 0 && !(alone && fedInSpec) ? firstChanged : alone ? Math.max(0, firstFed) : 0;
        int top = wanted < height ? 0 : wanted - height / 2;
        return Math.max(0, Math.min(last, top + session.scroll()));
    }

    /** The line that begins at or before a row of the whole resource. */
    int lineAt(int row) {
        int line = 0;
        for (int i = 0; i < firstRows.size() && firstRows.get(i) <= row; i++) {
            line = i;
        }
        return line;
    }

    private void write(Line line) {
        boolean fed = focus.isPresent() && line.origin().fields().contains(focus.get());
        boolean changed = session.changed().contains(line);
        boolean here = cursor.filter(at -> at == line).isPresent();
        firstRows.add(rows.size());
        if (here) {
            cursorRow = rows.size();
        }
        firstChanged = changed && firstChanged < 0 ? rows.size() : firstChanged;
        firstFed = fed && (firstFed < 0 || !fedInSpec && isInSpec(line)) ? rows.size() : firstFed;
        fedInSpec |= fed && isInSpec(line);
        boolean first = true;
        for (Styled part : folded(line, changed)) {
            Styled row = gutter(line, fed, changed && first, here && first).plus(here ? part.in(Ink.CURSOR) : part);
            rows.add(row);
            first = false;
        }
    }

    /** Where a resource says what it is for; its heading is less worth the room. */
    private static boolean isInSpec(Line line) {
        return line.path().field().startsWith("spec.");
    }

    private Styled gutter(Line line, boolean fed, boolean changed, boolean here) {
        String relation = here ? "▸" : cursor.isPresent() ? echo(line) : fed ? "▌" : isKept(line) ? "┊" : " ";
        Optional<Severity> worst = worst(line);
        if (worst.isPresent()) {
            boolean error = worst.get() == Severity.ERROR;
            return Styled.of(relation, Ink.MARK).plus(error ? "×" : "!", error ? Ink.ERROR : Ink.WARNING);
        }
        return Styled.of(relation, Ink.MARK).plus(changed ? "•" : " ", changed ? Ink.CHANGED : Ink.PLAIN);
    }

    /** A line of an opened file that no answer feeds, and that stays as a person wrote it. */
    private static boolean isKept(Line line) {
        return line.origin() instanceof Origin.Read && !line.text().isBlank();
    }

    /** How much the worst weighs that is said about a line, as far as it is worth a mark. */
    private Optional<Severity> worst(Line line) {
        return session.concerns().stream()
                .filter(concern -> concern.severity().atLeast(Severity.WARNING))
                .filter(concern -> concern.line().filter(line.path()::equals).isPresent())
                .map(Concern::severity)
                .min(Comparator.naturalOrder());
    }

    /** In the walk, the lines that carry the same value by the same answer. */
    private String echo(Line line) {
        Line at = cursor.orElseThrow();
        boolean same = !at.value().isEmpty()
                && at.value().equals(line.value())
                && at.origin().fields().stream().anyMatch(line.origin().fields()::contains);
        return same ? "=" : " ";
    }

    /** The line in rows: a value that does not fit goes below its key behind a sign, and is broken only if it must be. */
    private List<Styled> folded(Line line, boolean changed) {
        int room = width - GUTTER;
        if (measure.of(line.text()) <= room) {
            return List.of(inked(line.text(), line, changed));
        }
        String head = line.text().substring(0, line.valueColumn());
        String indent = " ".repeat(line.keyColumn());
        int below = Math.max(4, room - line.keyColumn() - 2);
        List<Styled> folded = new ArrayList<>();
        if (measure.of(line.value()) <= below && !head.isBlank() && line.valueColumn() > line.keyColumn()) {
            folded.add(inked(head.stripTrailing(), line, changed));
            folded.add(Styled.of(indent + "↳ ", Ink.DIM).plus(line.value(), valueInk(line, changed)));
            return folded;
        }
        List<String> first = Prose.broken(line.value(), room - measure.of(head), measure);
        folded.add(inked(head + first.get(0), line, changed));
        String rest = line.value().substring(first.get(0).length());
        if (!rest.isEmpty()) {
            Prose.broken(rest, below, measure)
                    .forEach(piece ->
                            folded.add(Styled.of(indent + "↳ ", Ink.DIM).plus(piece, valueInk(line, changed))));
        }
        return folded;
    }

    private static Ink valueInk(Line line, boolean changed) {
        return line.hole().isPresent() ? Ink.HOLE : changed ? Ink.CHANGED : Ink.PLAIN;
    }

    private Styled inked(String text, Line line, boolean changed) {
        int colon = text.indexOf(':', line.keyColumn());
        boolean keyed = line.valueColumn() > line.keyColumn() && colon >= 0;
        int end = keyed ? colon : line.keyColumn();
        Styled head = Styled.of(text.substring(0, Math.min(line.keyColumn(), text.length())));
        if (keyed) {
            head = head.plus(text.substring(line.keyColumn(), end), Ink.KEY);
        }
        String after = text.substring(end);
        int value = Math.min(after.length(), Math.max(0, line.valueColumn() - end));
        return head.plus(after.substring(0, value)).plus(after.substring(value), valueInk(line, changed));
    }
}
