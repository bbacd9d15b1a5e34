package dev.egresso.yaml;

import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of a resource as they stand in its text, comments and all, each with the field that begins on it. */
public final class TextLines {
    private final ReadSet read;
    private final String text;
    private final String[] rows;
    private final Line[] lines;
    private final int first;

    private TextLines(ReadSet read, String text, String[] rows, int first) {
        this.read = read;
        this.text = text;
        this.rows = rows;
        this.first = first;
        this.lines = new Line[rows.length];
    }

    /**
     * @param read the texts as they are
     * @param manifest as it was read from them
     * @param labelled the same resource with the origins that its lines are to have; where it knows nothing of a field, the
     *     line keeps the place in the file that it was read from
     */
    public static List<Line> of(ReadSet read, Manifest manifest, Manifest labelled) {
        Source source = read.source(manifest).orElseThrow();
        Optional<Span> whole = read.span(Place.of(manifest));
        if (whole.isEmpty()) {
            return List.of();
        }
        int from = source.item() < 0
                ? source.from()
                : lineStart(source.text(), whole.get().from());
        int to = source.item() < 0
                ? source.to()
                : lineEnd(source.text(), whole.get().to());
        if (source.text().startsWith("---\n", from) || source.text().startsWith("---\r\n", from)) {
            from = lineEnd(source.text(), from);
        }
        String[] rows = source.text().substring(from, to).split("\r?\n|\r", -1);
        int firstLine = 1
                + (int) source.text()
                        .substring(0, from)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
        TextLines lines = new TextLines(read, source.text(), trimmed(rows), firstLine);
        lines.claim(Place.of(manifest), labelled.root());
        return lines.filled(manifest, source);
    }

    private static String[] trimmed(String[] rows) {
        int end = rows.length;
        while (end > 0 && rows[end - 1].isBlank()) {
            end--;
        }
        return Arrays.copyOf(rows, end);
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private void claim(Place place, Node node) {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Field field : mapping.fields()) {
                claimPart(place.at(field.key()), field.value());
            }
        } else if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                claimPart(place.item(i), sequence.items().get(i));
            }
        }
    }

    /**
     * A line belongs to the last field that begins on it, which is the deepest; what is key and what is value on it is told by
     * the first, which may hold the others in braces.
     */
    private void claimPart(Place place, Node node) {
        if (place.node().isPresent()) {
            read.span(place).ifPresent(span -> put(place.path(), node, span));
            claim(place, node);
        }
    }

    private void put(FieldPath path, Node node, Span span) {
        int row = span.line() - first;
        if (row < 0 || row >= rows.length) {
            return;
        }
        int start = lineStart(text, span.from());
        int key = Math.min(span.from() - start, rows[row].length());
        int value = span.valueFrom() - start;
        int onThisRow = Math.min(value, rows[row].length());
        Line first = lines[row];
        boolean inside = first != null && first.keyColumn() < key;
        Optional<Node.Hole> hole = node instanceof Node.Hole missing ? Optional.of(missing) : Optional.empty();
        lines[row] = new Line(
                rows[row],
                path,
                node.origin(),
                inside ? first.keyColumn() : key,
                inside ? first.valueColumn() : onThisRow,
                hole);
    }

    /** A comment belongs to the field below it; a row that goes on belongs to what it goes on with. */
    private List<Line> filled(Manifest manifest, Source source) {
        List<Line> filled = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            filled.add(lines[row] != null ? lines[row] : between(row, manifest, source));
        }
        return List.copyOf(filled);
    }

    private Line between(int row, Manifest manifest, Source source) {
        String shown = rows[row];
        boolean goesOn = !shown.isBlank() && !shown.strip().startsWith("#") && before(row) != null;
        Line near = goesOn ? before(row) : after(row);
        FieldPath path = near == null ? FieldPath.of(manifest.kind()) : near.path();
        Origin file = new Origin.Read(source.file(), first + row);
        int indent = shown.length() - shown.stripLeading().length();
        return new Line(shown, path, goesOn ? near.origin() : file, indent, shown.length(), Optional.empty());
    }

    private Line before(int row) {
        int at = row;
        while (at >= 0 && lines[at] == null) {
            at--;
        }
        return at < 0 ? null : lines[at];
    }

    private Line after(int row) {
        int at = row;
        while (at < lines.length && lines[at] == null) {
            at++;
        }
        return at == lines.length ? before(row) : lines[at];
    }
}
