package dev.egresso;

import dev.egresso.explain.Explanation;
import dev.egresso.mesh.Kind;
import dev.egresso.schema.Schema;
import dev.egresso.screens.Screens;
import dev.egresso.wizard.ExplainedField;
import java.util.Optional;

/** All fields of Istio's three kinds in one page, each place that repeats another left out. */
final class FieldsReference {
    private static final String REPEATED =
            "spec\\.(subsets\\[]\\.trafficPolicy|trafficPolicy\\.portLevelSettings\\[])\\.(?!port(LevelSettings)?\\b).*";

    private FieldsReference() {}

    static String of(Screens screens) {
        StringBuilder text =
                new StringBuilder("# Fields\n\n`egresso explain FIELD-PATH` says the same of one field.\n");
        for (Kind kind : Kind.values()) {
            Schema.of(kind).ifPresent(schema -> {
                text.append("\n## ").append(kind).append('\n');
                if (kind == Kind.DESTINATION_RULE) {
                    text.append(
                                    "\nWhat stands below `spec.trafficPolicy` may stand below its `portLevelSettings[]`, below")
                            .append(" `spec.subsets[].trafficPolicy`\nand the `portLevelSettings[]` there as well.\n");
                }
                schema.fields().stream()
                        .map(field -> field.path())
                        .filter(path -> !path.endsWith("[]") && !path.matches(REPEATED))
                        .forEach(path -> screens.explanations()
                                .of(kind + "/" + path)
                                .ifPresent(explanation -> text.append(entry(path, explanation, screens))));
            });
        }
        return text.toString();
    }

    private static String entry(String path, Explanation explanation, Screens screens) {
        StringBuilder text = new StringBuilder("\n### `" + path + "`\n\n");
        text.append("**")
                .append(explanation.title())
                .append(".** ")
                .append(explanation.means())
                .append("\n\n");
        line(text, "Type", ExplainedField.type(explanation.path(), screens));
        explanation
                .values()
                .forEach((value, says) ->
                        line(text, "`" + value + "`", Optional.of(ExplainedField.withoutRoute(says, screens))));
        line(text, "Default", explanation.normally());
        line(text, "Since", explanation.since().map(version -> "Istio " + version));
        line(text, "What breaks", Optional.of(explanation.without()));
        line(text, "Source", Optional.of(explanation.source()));
        return text.toString();
    }

    private static void line(StringBuilder text, String label, Optional<String> says) {
        says.ifPresent(words ->
                text.append("- ").append(label).append(": ").append(words).append('\n'));
    }
}
