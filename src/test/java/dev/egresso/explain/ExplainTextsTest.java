package dev.egresso.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules that keep explanations short, their own, and about something that a reader can see. */
class ExplainTextsTest {
    private static final Path SCREENS = Path.of("screens");
    private static final int LONGEST_TITLE = 48;
    private static final int LONGEST_PART = 320;
    private static final Set<String> KEYS =
            Set.of("path", "title", "means", "default", "since", "here", "values", "without", "source");
    private static final Set<String> NEEDED = Set.of("path", "title", "means", "without", "source");
    private static final Set<String> FACTS = Set.of(
            "value",
            "internal-host",
            "external-host",
            "port",
            "path",
            "protocol",
            "namespace",
            "name",
            "internal-port");
    private static final Pattern PATH = Pattern.compile("[A-Za-z]+(\\[])?(\\.([A-Za-z0-9_]+(\\[])?|\\*))*");
    private static final Pattern FACT = Pattern.compile("\\{([^}]*)}?");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");
    private static final Pattern UNKIND = Pattern.compile(
            "\\b(invalid|illegal|please|just|simply|oops|failed to|forgot|forgotten)\\b", Pattern.CASE_INSENSITIVE);

    /** @param words what the places of the text fill in */
    private record Text(String file, Map<String, Object> fields, Set<String> words) {
        String part(String key) {
            return String.valueOf(fields.getOrDefault(key, ""));
        }

        String name() {
            return file + " " + part("path");
        }

        /** The sentences that may name facts. */
        List<String> told() {
            List<String> told = new ArrayList<>();
            if (fields.containsKey("here")) {
                told.add(part("here"));
            }
            if (fields.get("values") instanceof Map<?, ?> values) {
                values.values().forEach(value -> told.add(String.valueOf(value)));
            }
            return told;
        }

        List<String> prose() {
            return Stream.concat(Stream.of(part("title"), part("means"), part("without")), told().stream())
                    .toList();
        }
    }

    @Test
    void there_is_a_file_for_each_kind() throws IOException {
        assertThat(files().map(ExplainTextsTest::load)
                        .filter(file -> file.containsKey("fields"))
                        .map(file -> file.get("kind")))
                .containsExactlyInAnyOrder("ServiceEntry", "VirtualService", "DestinationRule", "Service");
    }

    @Test
    void a_file_and_its_entries_have_the_known_keys_only() throws IOException {
        assertThat(files().map(ExplainTextsTest::load))
                .allSatisfy(file ->
                        assertThat(file.keySet()).hasSize(2).contains("kind").containsAnyOf("fields", "groups"));
        each(text -> assertThat(text.fields().keySet()).containsAll(NEEDED).isSubsetOf(KEYS));
        each(text -> assertThat(text.part("path")).matches(PATH));
    }

    @Test
    void a_path_is_explained_once() throws IOException {
        assertThat(texts().map(Text::name)).doesNotHaveDuplicates();
    }

    @Test
    void no_two_fields_share_what_they_mean() throws IOException {
        assertNotShared("means");
    }

    @Test
    void no_two_fields_share_what_breaks() throws IOException {
        assertNotShared("without");
    }

    @Test
    void every_part_is_short() throws IOException {
        each(text -> assertThat(text.part("title")).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TITLE));
        each(text -> assertThat(text.prose()).allSatisfy(part -> assertThat(part)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(LONGEST_PART)
                .satisfies(ExplainTextsTest::hasFourSentencesAtMost)));
        each(text -> assertThat(sentences(text.part("means"))).isLessThanOrEqualTo(3));
    }

    @Test
    void no_part_scolds_or_begs() throws IOException {
        each(text ->
                assertThat(text.prose()).allSatisfy(part -> assertThat(part).doesNotContainPattern(UNKIND)));
    }

    @Test
    void only_known_facts_stand_in_braces_and_only_where_they_are_filled_in() throws IOException {
        each(text -> assertThat(text.told())
                .allSatisfy(part -> assertThat(facts(part)).isSubsetOf(FACTS)));
        each(text -> assertThat(Stream.of("title", "means", "without", "source").map(text::part))
                .allSatisfy(part -> assertThat(facts(part)).isSubsetOf(text.words())));
    }

    @Test
    void every_source_names_a_file_of_a_project() throws IOException {
        each(text ->
                assertThat(text.part("source")).matches("(istio|kubernetes|envoyproxy)/[a-z]+ [a-z][^ ]+(, .+| .+)?"));
    }

    @Test
    void the_glossary_explains_each_term_once_and_in_two_sentences() throws IOException {
        Map<String, Object> glossary = load(SCREENS.resolve("glossary.yaml"));
        List<Map<String, Object>> terms = maps(glossary.get("terms"));

        assertThat(terms).hasSizeBetween(25, 35);
        assertThat(terms).extracting(term -> term.get("term")).doesNotHaveDuplicates();
        assertThat(terms).allSatisfy(term -> {
            String text = String.valueOf(term.get("text"));
            assertThat(term.keySet()).containsExactlyInAnyOrder("term", "text");
            assertThat(text).hasSizeLessThanOrEqualTo(LONGEST_PART).doesNotContainPattern(UNKIND);
            assertThat(sentences(text)).isBetween(1L, 2L);
        });
    }

    private static void hasFourSentencesAtMost(String part) {
        assertThat(sentences(part)).isLessThanOrEqualTo(4);
    }

    private static long sentences(String part) {
        return SENTENCE_END.matcher(part).results().count();
    }

    private static List<String> facts(String part) {
        return FACT.matcher(part).results().map(match -> match.group(1)).toList();
    }

    /** Each text on its own line of the report, so that one run shows all that has to be rewritten. */
    private static void each(Consumer<Text> rule) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        texts().forEach(text -> softly.assertThat(text).as(text.name()).satisfies(rule));
        softly.assertAll();
    }

    private static void assertNotShared(String key) throws IOException {
        Function<Text, String> words = text -> text.part(key).toLowerCase(Locale.ROOT);
        assertThat(texts().map(words)).doesNotHaveDuplicates();
    }

    private static Stream<Text> texts() throws IOException {
        return files().flatMap(file -> Stream.concat(Stream.of(load(file)), groups(file))
                .filter(group -> group.containsKey("fields"))
                .flatMap(group -> maps(group.get("fields")).stream()
                        .map(fields -> new Text(name(file, group), fields, words(group)))));
    }

    private static Stream<Map<String, Object>> groups(Path file) {
        return maps(load(file).getOrDefault("groups", List.of())).stream();
    }

    /** The file, and the first place if there are several. */
    private static String name(Path file, Map<String, Object> group) {
        List<Map<String, Object>> places = maps(group.getOrDefault("places", List.of()));
        return file.getFileName() + (places.isEmpty() ? "" : " " + places.get(0).get("path"));
    }

    /** Those that all places of a group have. */
    private static Set<String> words(Map<String, Object> group) {
        return maps(group.getOrDefault("places", List.of())).stream()
                .map(place -> place.get("words") instanceof Map<?, ?> words ? words.keySet() : Set.of())
                .map(keys -> keys.stream().map(String::valueOf).collect(Collectors.toSet()))
                .reduce((some, others) -> {
                    assertThat(others).isEqualTo(some);
                    return some;
                })
                .orElse(Set.of());
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SCREENS.resolve("explain"))) {
            return files.sorted().toList().stream();
        }
    }

    private static Map<String, Object> load(Path file) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(strict)).load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
