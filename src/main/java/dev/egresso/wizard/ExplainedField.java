package dev.egresso.wizard;

import dev.egresso.explain.Explanation;
import dev.egresso.mesh.Kind;
import dev.egresso.schema.Schema;
import dev.egresso.screens.Screens;
import dev.egresso.screens.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All there is to say about one field: what it is, what may stand there, what breaks, and the fields below it. */
public final class ExplainedField {
    private static final String KIND = "/kind";
    private static final List<String> FACTS = List.of(
            "value",
            "internal-host",
            "external-host",
            "port",
            "path",
            "protocol",
            "namespace",
            "name",
            "internal-port");

    private final String pattern;
    private final Screens screens;
    private final Measure measure;
    private final LabelledRows rows;

    private ExplainedField(String pattern, Screens screens, Measure measure, int columns) {
        this.pattern = pattern;
        this.screens = screens;
        this.measure = measure;
        this.rows = new LabelledRows(screens, measure, columns);
    }

    /** @param pattern an open path, such as {@code VirtualService/spec.http[].timeout} */
    public static List<Styled> of(String pattern, Screens screens, Measure measure) {
        return of(pattern, screens, measure, LabelledRows.COLUMNS);
    }

    static List<Styled> of(String pattern, Screens screens, Measure measure, int columns) {
        ExplainedField field = new ExplainedField(pattern, screens, measure, columns);
        screens.explanations().of(pattern).ifPresent(field::say);
        return field.rows.rows();
    }

    /** What may stand at an open path; empty where no schema has it. */
    public static Optional<String> type(String pattern, Screens screens) {
        return facts(pattern, screens).map(FieldFacts::type);
    }

    /** A text for readers who have no route before them: facts of a route become general words. */
    public static String withoutRoute(String text, Screens screens) {
        Map<String, String> general = new LinkedHashMap<>();
        FACTS.forEach(fact -> general.put(fact, screens.say("explain-fact-" + fact)));
        return Words.filled(text, general);
    }

    private static Optional<FieldFacts> facts(String pattern, Screens screens) {
        String[] parts = pattern.split("/", 2);
        return Kind.of(parts[0]).flatMap(Schema::of).flatMap(schema -> schema.field(parts[1])
                .map(field -> new FieldFacts(schema, field, screens)));
    }

    private void say(Explanation explanation) {
        Optional<FieldFacts> facts = facts(pattern, screens);
        rows.head(pattern, explanation.title()).prose(explanation.means()).row(Styled.empty());
        facts.ifPresent(this::schema);
        Map<String, String> values = new LinkedHashMap<>();
        explanation.values().forEach((value, says) -> values.put(value, withoutRoute(says, screens)));
        rows.labelled("explain-values", values);
        explanation.normally().ifPresent(text -> rows.labelled("explain-default", text));
        explanation.since().ifPresent(text -> rows.labelled("explain-since", "Istio " + text));
        rows.labelled("breaks", explanation.without()).labelled("explain-source", explanation.source());
        facts.or(() -> facts(pattern.replace(KIND, "/spec"), screens))
                .map(FieldFacts::below)
                .filter(below -> !below.isEmpty())
                .ifPresent(this::below);
    }

    private void schema(FieldFacts facts) {
        rows.labelled("explain-type", facts.type());
        if (facts.isRequired()) {
            rows.labelled("explain-required", screens.say("explain-yes"));
        }
        facts.choices().forEach(choice -> rows.labelled("explain-choices", choice));
    }

    private void below(List<String> paths) {
        rows.row(Styled.empty()).row(Styled.of("  ").plus(screens.say("explain-fields"), Ink.KEY));
        int width = paths.stream()
                        .map(ExplainedField::lastName)
                        .mapToInt(measure::of)
                        .max()
                        .orElse(0)
                + 2;
        String kind = pattern.substring(0, pattern.indexOf('/') + 1);
        for (String path : paths) {
            String title = screens.explanations()
                    .of(kind + path)
                    .map(Explanation::title)
                    .orElse("");
            boolean required =
                    facts(kind + path, screens).map(FieldFacts::isRequired).orElse(false);
            rows.row(Styled.of("    ")
                    .plus(rows.padded(lastName(path), width), Ink.STRONG)
                    .plus(title)
                    .plus(required ? " (" + screens.say("explain-required-mark") + ")" : "", Ink.DIM));
        }
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
