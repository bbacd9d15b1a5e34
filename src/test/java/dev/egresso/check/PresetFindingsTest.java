package dev.egresso.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the wizard makes is held against the same rules as what people write. */
class PresetFindingsTest {
    private static final Set<String> EXPECTED = Set.of(
            "x-int-no-service",
            "x-dr-scope-double-tls",
            "dr-ca-unset",
            "vs-host-short",
            "x-redirect-http",
            "se-tcp-no-address");

    static List<Path> presets() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("presets"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("presets")
    void a_preset_gives_advice_at_most(Path preset) {
        List<Finding> findings = findings(preset);
        assertThat(findings).noneMatch(Finding::isError);
        assertThat(findings).extracting(Finding::rule).isSubsetOf(EXPECTED);
    }

    private static List<Finding> findings(Path preset) {
        Draft draft = Draft.of(answers(preset), Surroundings.unknown());
        return Checks.of(Bundle.of(draft.route().orElseThrow()).manifests(), Surroundings.unknown());
    }

    private static Answers answers(Path preset) {
        try {
            Map<String, Map<String, String>> file =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(preset));
            Answers answers = Answers.none();
            for (Map.Entry<String, String> answer : file.get("answers").entrySet()) {
                answers = answers.with(FieldId.named(answer.getKey()).orElseThrow(), answer.getValue());
            }
            return answers;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
