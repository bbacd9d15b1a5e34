package dev.egresso.wizard;

import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Piece;
import dev.egresso.mesh.Reason;
import dev.egresso.reopen.EditedSet;
import dev.egresso.yaml.Line;
import dev.egresso.yaml.YamlWriter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources as lines, as they stand with the answers so far. */
public record Preview(List<Pane> panes) {

    /** One resource: its lines, or why it is not written. @param file that it stands in, empty where it is not in one yet */
    public record Pane(Kind kind, List<Line> lines, Optional<Reason> notNeeded, String file) {}

    public static Preview of(Draft draft) {
        return new Preview(draft.pieces().stream().map(Preview::pane).toList());
    }

    private static Pane pane(Piece piece) {
        return new Pane(piece.kind(), piece.manifest().map(YamlWriter::lines).orElse(List.of()), piece.notNeeded(), "");
    }

    /** The resources of opened files, with all that a person wrote into them. */
    static Preview of(Draft draft, EditedSet edited) {
        return new Preview(
                draft.pieces().stream().map(piece -> pane(piece, edited)).toList());
    }

    private static Pane pane(Piece piece, EditedSet edited) {
        List<Line> lines = edited.lines(piece.kind());
        Optional<Reason> why = lines.isEmpty()
                ? piece.notNeeded().or(() -> Optional.of(Reason.of("not-in-the-files")))
                : Optional.empty();
        return new Pane(piece.kind(), lines, why, edited.file(piece.kind()));
    }

    public Pane pane(Kind kind) {
        return panes.get(kind.ordinal());
    }

    /** The kinds that are written. */
    public List<Kind> written() {
        return panes.stream()
                .filter(pane -> !pane.lines().isEmpty())
                .map(Pane::kind)
                .toList();
    }

    /** The first line that a question feeds; a label, which repeats what is said elsewhere, only where nothing else is. */
    Optional<Line> first(FieldId field) {
        Comparator<Line> labelsLast = Comparator.comparing(Preview::isLabel);
        return panes.stream()
                .flatMap(pane -> pane.lines().stream())
                .filter(line -> line.origin().fields().contains(field))
                .min(labelsLast);
    }

    private static boolean isLabel(Line line) {
        return line.path().field().startsWith("metadata.labels");
    }

    /** The lines that an earlier preview did not have. */
    Set<Line> changedSince(Preview earlier) {
        Set<String> old = new HashSet<>();
        earlier.panes.forEach(pane -> pane.lines().forEach(line -> old.add(identity(line))));
        Set<Line> changed = new HashSet<>();
        panes.forEach(pane -> pane.lines().stream()
                .filter(line -> !old.contains(identity(line)))
                .forEach(changed::add));
        return changed;
    }

    private static String identity(Line line) {
        return line.path() + "\n" + line.text();
    }
}
