package dev.egresso.wizard;

import dev.egresso.explain.Explanation;
import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Manifest;
import dev.egresso.screens.Screens;
import dev.egresso.yaml.Document;
import dev.egresso.yaml.Line;
import dev.egresso.yaml.YamlWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The resources of a route as text, each field below what it means: for readers who do not know Istio. */
public final class CommentedYaml {
    private static final int COMMENT_WIDTH = 88;

    private CommentedYaml() {}

    /** One document for each resource, with the meaning above each field that says something about the route. */
    public static List<Document> of(Bundle bundle, Screens screens) {
        return bundle.manifests().stream()
                .map(manifest -> new Document(manifest.kind(), manifest.name(), commented(manifest, screens)))
                .toList();
    }

    private static String commented(Manifest manifest, Screens screens) {
        StringBuilder text = new StringBuilder();
        Set<String> said = new HashSet<>();
        for (Line line : YamlWriter.lines(manifest)) {
            String means = screens.explanations()
                    .of(line.path())
                    .map(Explanation::means)
                    .orElse("");
            boolean worthSaying = !means.isEmpty() && !line.path().field().startsWith("metadata.labels");
            if (worthSaying && said.add(means)) {
                String indent = line.text()
                        .substring(
                                0,
                                line.text().length()
                                        - line.text().stripLeading().length());
                Prose.wrap(means, COMMENT_WIDTH - indent.length(), String::length)
                        .forEach(row ->
                                text.append(indent).append("# ").append(row).append('\n'));
            }
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }
}
