package dev.egresso.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A preset is complete as it stands: whoever takes it gets resources without answering anything. */
class PresetAnswersTest {
    private static final Path FOLDER = Path.of("presets");
    private static final List<String> KEYS = List.of("egresso", "title", "summary", "notes", "answers");

    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("\\.yaml$", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void the_folder_holds_presets_only() {
        assertThat(names()).hasSizeGreaterThan(15).allMatch(DnsName::isLabel, "a name that can be typed as a flag");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_preset_has_five_keys_in_one_order(String name) {
        assertThat(preset(name).keySet()).containsExactlyElementsOf(KEYS);
        assertThat(preset(name)).containsEntry("egresso", 1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void its_words_fit_where_they_are_shown(String name) {
        assertThat(word(name, "title")).hasSizeBetween(4, 60).doesNotEndWith(".");
        assertThat(word(name, "summary"))
                .hasSizeBetween(20, 120)
                .endsWith(".")
                .as("one sentence")
                .doesNotContain(". ");
        assertThat(word(name, "notes")).hasSizeBetween(40, 420).endsWith(".").doesNotContain("\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_answer_is_a_text_for_a_question_that_matters_here(String name) {
        Draft draft = draft(name);
        answers(name).forEach((id, value) -> {
            assertThat(value).as(id).isInstanceOf(String.class);
            assertThat(FieldId.named(id)).as(id).isPresent();
            assertThat(draft.setting(FieldId.named(id).orElseThrow()).applies())
                    .as(id + " applies")
                    .isTrue();
        });
        assertThat(answers(name).keySet())
                .as("in the order of asking")
                .containsExactlyElementsOf(draft.answers().asMap().keySet().stream()
                        .map(FieldId::id)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_leads_to_a_route_with_nothing_to_mend(String name) {
        Draft draft = draft(name);
        assertThat(draft.problems())
                .filteredOn(problem -> problem.severity() != Severity.INFO)
                .isEmpty();
        assertThat(draft.missing()).isEmpty();
        assertThat(draft.route()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_names_example_hosts_or_public_ones(String name) {
        String host = draft(name).externalUrl().orElseThrow().host();
        assertThat(host)
                .matches("(?:.*\\.)?example\\.com|203\\.0\\.113\\.[0-9]+|.*\\.amazonaws\\.com|.*\\.googleapis\\.com"
                        + "|raw\\.githubusercontent\\.com|api\\.github\\.com|httpbin\\.org|api\\.stripe\\.com"
                        + "|hooks\\.slack\\.com|api\\.openai\\.com|\\*\\.mongodb\\.net");
    }

    static Stream<Arguments> kinds() {
        String trio = "ServiceEntry VirtualService DestinationRule";
        return Stream.of(
                arguments("blog", trio),
                arguments("one-file", trio + " Service"),
                arguments("redis-tls", trio + " Service"),
                arguments("partner-mtls-secret", trio + " Service"),
                arguments("http-legacy", "ServiceEntry VirtualService Service"),
                arguments("postgres", "ServiceEntry VirtualService Service"),
                arguments("grpc-plain", "ServiceEntry VirtualService Service"),
                arguments("mongodb-atlas", "ServiceEntry"),
                arguments("kafka-tls", "ServiceEntry"),
                arguments("s3-bucket", "ServiceEntry"),
                arguments("wildcard", "ServiceEntry"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_writes_the_resources_that_its_protocol_needs(String name, String kinds) {
        assertThat(draft(name).manifests().stream()
                        .map(manifest -> manifest.kind().word())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(kinds);
    }

    @Test
    void blog_holds_the_answers_of_the_article() {
        assertThat(answers("blog"))
                .containsExactly(
                        Map.entry("internal-host", "webserver"),
                        Map.entry(
                                "external-url",
                                "https://raw.githubusercontent.com/mcasperson/NodejsProxy/master/externalservice1.txt"),
                        Map.entry("protocol", "HTTPS"),
                        Map.entry("shape", "classic"),
                        Map.entry("name", "github"),
                        Map.entry("match-kind", "regex"),
                        Map.entry("match-path", ".*"));
    }

    private static Draft draft(String name) {
        Answers answers = Answers.none();
        for (Map.Entry<String, Object> answer : answers(name).entrySet()) {
            FieldId field = FieldId.named(answer.getKey()).orElseThrow();
            answers = answers.with(field, answer.getValue().toString());
        }
        return Draft.of(answers, Surroundings.unknown());
    }

    private static String word(String name, String key) {
        return (String) preset(name).get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answers(String name) {
        return (Map<String, Object>) preset(name).get("answers");
    }

    private static Map<String, Object> preset(String name) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(strict)).load(Files.readString(FOLDER.resolve(name + ".yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
