package dev.egresso.screens;

import dev.egresso.explain.Explanation;
import dev.egresso.mesh.Kind;
import dev.egresso.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what there is to say about fields, written for one field, or for all places where a part may stand. */
final class ExplanationTexts {
    private ExplanationTexts() {}

    /** A file in which each entry is about one field. */
    static List<Explanation> own(String file, String text) {
        YamlText top = YamlText.of(file, text);
        String kind = top.required("kind");
        List<Explanation> explanations = top.list("fields").stream()
                .map(entry -> explanation(entry, kind + "/", Map.of(), ""))
                .toList();
        top.end();
        return explanations;
    }

    /**
     * A file of groups: fields by their path below a place, and the places, each with a sentence of its own and words that
     * complete the texts. A field counts only where the schema has it.
     */
    static List<Explanation> shared(String file, String text) {
        YamlText top = YamlText.of(file, text);
        String kind = top.required("kind");
        List<Explanation> explanations = new ArrayList<>();
        for (YamlText group : top.list("groups")) {
            List<YamlText> fields = group.list("fields");
            for (YamlText place : group.list("places")) {
                String above = kind + "/" + place.required("path") + ".";
                Map<String, String> words = place.texts("words");
                String scope = place.optional("scope").orElse("");
                place.end();
                fields.stream()
                        .map(entry -> explanation(entry, above, words, scope))
                        .filter(ExplanationTexts::isInSchema)
                        .forEach(explanations::add);
            }
            group.end();
        }
        top.end();
        return explanations;
    }

    private static boolean isInSchema(Explanation explanation) {
        String[] parts = explanation.path().split("/", 2);
        return Kind.of(parts[0])
                .flatMap(Schema::of)
                .flatMap(schema -> schema.field(parts[1]))
                .isPresent();
    }

    private static Explanation explanation(YamlText entry, String above, Map<String, String> words, String scope) {
        Map<String, String> values = new LinkedHashMap<>();
        entry.texts("values").forEach((value, says) -> values.put(value, Words.filled(says, words)));
        Explanation explanation = new Explanation(
                above + entry.required("path"),
                Words.filled(entry.required("title"), words),
                (Words.filled(entry.required("means"), words) + " " + scope).strip(),
                entry.optional("default"),
                entry.optional("since"),
                Words.filled(entry.optional("here").orElse(""), words),
                values,
                Words.filled(entry.required("without"), words),
                Words.filled(entry.required("source"), words));
        entry.end();
        return explanation;
    }
}
