package dev.egresso.wizard;

import dev.egresso.explain.Explanation;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.schema.Schema;
import dev.egresso.screens.Screens;
import dev.egresso.yaml.ReadSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Texts of resources with what each line does: on the right where it fits, else above the line. What was said in a document
 * is not said again; the title of the field stands there then.
 */
public final class ExplainedFile {
    private static final int COLUMNS = 100;
    private static final int RIGHT = 40;

    /** What begins on a line: the field that it is about, and others behind it on the same line. */
    private record Start(FieldPath lead, Node node, List<FieldPath> behind) {}

    private final Screens screens;
    private final Measure measure;
    private final Map<Integer, Start> starts = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private final List<Styled> rows = new ArrayList<>();

    private ExplainedFile(Screens screens, Measure measure) {
        this.screens = screens;
        this.measure = measure;
    }

    /** All texts in which a resource stands, one after the other. */
    public static List<Styled> of(ReadSet set, Screens screens, Measure measure) {
        Map<String, List<Manifest>> byFile = new LinkedHashMap<>();
        set.manifests().forEach(manifest -> file(manifest)
                .ifPresent(name ->
                        byFile.computeIfAbsent(name, any -> new ArrayList<>()).add(manifest)));
        List<Styled> rows = new ArrayList<>();
        byFile.forEach((name, manifests) -> {
            if (byFile.size() > 1) {
                rows.add(Styled.of("# " + Visible.of(name), Ink.STRONG));
            }
            ExplainedFile file = new ExplainedFile(screens, measure);
            manifests.forEach(manifest -> file.find(FieldPath.of(manifest.kind()), manifest.root()));
            file.write(set.text(manifests.get(0)).orElse(""));
            rows.addAll(file.rows);
        });
        return rows;
    }

    private static Optional<String> file(Manifest manifest) {
        return manifest.root().origin() instanceof Origin.Read read ? Optional.of(read.file()) : Optional.empty();
    }

    private void find(FieldPath path, Node node) {
        if (node instanceof Node.Mapping mapping) {
            mapping.fields().forEach(field -> {
                FieldPath below = path.then(Manifest.step(field));
                begin(field.origin(), below, field.value());
                find(below, field.value());
            });
        } else if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                FieldPath below = path.then(new FieldPath.Index(i));
                begin(sequence.items().get(i).origin(), below, sequence.items().get(i));
                find(below, sequence.items().get(i));
            }
        }
    }

    /** The first one on a line leads, but an item gives way to the field with which it begins. */
    private void begin(Origin origin, FieldPath path, Node node) {
        if (!(origin instanceof Origin.Read read)) {
            return;
        }
        Start before = starts.get(read.line());
        if (before == null || before.lead().isItem() && path.startsWith(before.lead())) {
            starts.put(read.line(), new Start(path, node, new ArrayList<>()));
        } else if (path.startsWith(before.lead().parent()) && !path.isItem()) {
            before.behind().add(path);
        }
    }

    private void write(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = Visible.of(lines.get(i).replace("\t", "    "));
            Start start = starts.get(i + 1);
            if (lines.get(i).startsWith("---")) {
                said.clear();
            }
            if (start == null) {
                rows.add(styled(line));
            } else {
                write(line, start);
            }
        }
    }

    private void write(String line, Start start) {
        int indent = line.length() - line.stripLeading().length();
        Optional<Explanation> explanation = screens.explanations().of(start.lead());
        if (explanation.isEmpty()) {
            rows.add(isUnknown(start.lead()) ? beside(line, unknown(start.lead()), Ink.WARNING) : styled(line));
            return;
        }
        String text = text(explanation.get(), start);
        if (!said.add(text)) {
            boolean again = start.lead().isItem();
            rows.add(again ? styled(line) : beside(line, explanation.get().title(), Ink.DIM));
        } else if (start.behind().isEmpty() && isRoomFor(line, text)) {
            rows.add(beside(line, text, Ink.DIM));
        } else {
            above(text, indent);
            start.behind().forEach(path -> screens.explanations()
                    .of(path)
                    .ifPresent(behind -> above(name(path) + ": " + behind.title(), indent + 2)));
            rows.add(styled(line));
        }
    }

    private String text(Explanation explanation, Start start) {
        Optional<String> value =
                start.node() instanceof Node.Known known ? Optional.of(known.text()) : Optional.<String>empty();
        return value.map(explanation.values()::get)
                .map(says -> ExplainedField.withoutRoute(says, screens))
                .orElse(explanation.means());
    }

    /** The outermost field below spec that the schema does not have. */
    private static boolean isUnknown(FieldPath path) {
        return path.field().startsWith("spec.")
                && Schema.of(path.kind())
                        .map(schema -> schema.field(path).isEmpty()
                                && schema.field(path.parent()).isPresent())
                        .orElse(false);
    }

    private String unknown(FieldPath path) {
        return screens.say("explain-unknown", "kind", path.kind().word());
    }

    private static String name(FieldPath path) {
        String field = path.field();
        return Visible.of(field.substring(field.lastIndexOf('.') + 1));
    }

    private void above(String text, int indent) {
        Prose.wrap(text, Math.max(40, COLUMNS - indent - 2), measure)
                .forEach(row -> rows.add(Styled.of(" ".repeat(indent)).plus("# " + row, Ink.DIM)));
    }

    private boolean isRoomFor(String line, String text) {
        return column(line) + 2 + measure.of(text) <= COLUMNS;
    }

    private int column(String line) {
        return Math.max(RIGHT, measure.of(line) + 2);
    }

    private Styled beside(String line, String text, Ink ink) {
        return isRoomFor(line, text)
                ? styled(line).plus(" ".repeat(column(line) - measure.of(line))).plus("# " + text, ink)
                : styled(line);
    }

    private static Styled styled(String line) {
        return YamlRows.of(line).stream().findFirst().orElse(Styled.empty());
    }
}
