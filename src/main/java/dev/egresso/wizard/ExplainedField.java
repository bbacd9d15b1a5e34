package dev.egresso.wizard;

import dev.egresso.explain.Explanation;
import dev.egresso.mesh.Kind;
import dev.egresso.schema.Schema;
import dev.egresso.screens.Screens;
import dev.egresso.screens.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All there is to say about one field: what it is, what may stand there, what breaks, and the fields below it. */
public final class ExplainedField {
    private static final int COLUMNS = 100;
    private static final int LABEL = 12;
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
    private final Optional<FieldFacts> facts;
    private final List<Styled> rows = new ArrayList<>();

    private ExplainedField(String pattern, Screens screens, Measure measure) {
        this.pattern = pattern;
        this.screens = screens;
        this.measure = measure;
        this.facts = facts(pattern, screens);
    }

    /** @param pattern an open path, such as {@code VirtualService/spec.http[].timeout} */
    public static List<Styled> of(String pattern, Screens screens, Measure measure) {
        ExplainedField field = new ExplainedField(pattern, screens, measure);
        screens.explanations().of(pattern).ifPresent(field::say);
        return field.rows;
    }

    /** A text for readers who have no route before them: facts of a route become general words. */
    static String withoutRoute(String text, Screens screens) {
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
        rows.add(Styled.of(pattern, Ink.STRONG));
        rows.add(Styled.of(explanation.title(), Ink.KEY));
        rows.add(Styled.empty());
        Prose.wrap(explanation.means(), COLUMNS - 2, measure).forEach(row -> rows.add(Styled.of("  " + row)));
        rows.add(Styled.empty());
        facts.ifPresent(known -> {
            labelled("explain-type", known.type());
            if (known.isRequired()) {
                labelled("explain-required", screens.say("explain-yes"));
            }
            known.choices().forEach(choice -> labelled("explain-choices", choice));
        });
        values(explanation.values());
        explanation.normally().ifPresent(text -> labelled("explain-default", text));
        explanation.since().ifPresent(text -> labelled("explain-since", "Istio " + text));
        labelled("breaks", explanation.without());
        labelled("explain-source", explanation.source());
        facts.map(FieldFacts::below).filter(below -> !below.isEmpty()).ifPresent(this::below);
    }

    private void values(Map<String, String> values) {
        int width = values.keySet().stream().mapToInt(measure::of).max().orElse(0) + 2;
        String label = screens.say("explain-values");
        for (Map.Entry<String, String> value : values.entrySet()) {
            int indent = 2 + LABEL + width;
            List<String> says = Prose.wrap(withoutRoute(value.getValue(), screens), COLUMNS - indent, measure);
            for (int i = 0; i < says.size(); i++) {
                String word = i == 0 ? value.getKey() : "";
                rows.add(Styled.of("  ")
                        .plus(padded(label, LABEL), Ink.KEY)
                        .plus(padded(word, width), Ink.STRONG)
                        .plus(says.get(i)));
                label = "";
            }
        }
    }

    private void labelled(String words, String text) {
        String label = screens.say(words);
        for (String row : Prose.wrap(text, COLUMNS - LABEL - 2, measure)) {
            rows.add(Styled.of("  ").plus(padded(label, LABEL), Ink.KEY).plus(row));
            label = "";
        }
    }

    private void below(List<String> paths) {
        rows.add(Styled.empty());
        rows.add(Styled.of("  ").plus(screens.say("explain-fields"), Ink.KEY));
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
            rows.add(Styled.of("    ")
                    .plus(padded(lastName(path), width), Ink.STRONG)
                    .plus(title)
                    .plus(required ? " (" + screens.say("explain-required-mark") + ")" : "", Ink.DIM));
        }
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - measure.of(text)));
    }
}
