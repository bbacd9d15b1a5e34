package dev.egresso.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.mesh.Kind;
import dev.egresso.schema.Field;
import dev.egresso.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every field that Istio has can be asked for, and has an answer of its own. */
class SchemaExplainedTest {
    private static final int LONGEST_PART = 320;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)");
    private static final Pattern OBSERVABLE = Pattern.compile("\\b(400|401|403|404|405|415|421|500|502|503|504)\\b"
            + "|log says [A-Z]{2}\\b"
            + "|WRONG_VERSION_NUMBER"
            + "|\\brefuse[sd]?\\b"
            + "|kubectl says|No resources found"
            + "|not resolve|could not resolve host"
            + "|overwritten|never used|ignored"
            + "|connection is (closed|reset)|times out");
    private static final Explanations EXPLANATIONS = Checkout.screens().explanations();

    private static void each(BiConsumer<SoftAssertions, Field> rule, Kind kind) {
        SoftAssertions softly = new SoftAssertions();
        Schema.of(kind).orElseThrow().fields().forEach(field -> rule.accept(softly, field));
        softly.assertAll();
    }

    private static Stream<Kind> kinds() {
        return Stream.of(Kind.values()).filter(kind -> Schema.of(kind).isPresent());
    }

    private static Explanation of(Kind kind, Field field) {
        return EXPLANATIONS.of(kind + "/" + field.path()).orElseThrow();
    }

    @Test
    void every_field_of_every_schema_is_explained() {
        kinds().forEach(kind -> each(
                (softly, field) -> softly.assertThat(EXPLANATIONS.of(kind + "/" + field.path()))
                        .as(kind + "/" + field.path())
                        .isPresent(),
                kind));
    }

    @Test
    void an_item_alone_may_have_the_text_of_its_list() {
        kinds().forEach(kind -> each(
                (softly, field) -> softly.assertThat(of(kind, field).path())
                        .isEqualTo(kind + "/" + field.path().replaceAll("(\\[])+$", "")),
                kind));
    }

    @Test
    void every_word_that_a_field_takes_is_explained() {
        kinds().forEach(kind -> each(
                (softly, field) -> {
                    if (!field.values().isEmpty()) {
                        softly.assertThat(of(kind, field).values().keySet())
                                .as(kind + "/" + field.path())
                                .containsExactlyInAnyOrderElementsOf(field.values());
                    }
                },
                kind));
    }

    @Test
    void a_text_that_stands_in_several_places_is_completed_in_each() {
        SoftAssertions softly = new SoftAssertions();
        EXPLANATIONS.all().stream()
                .flatMap(explanation -> Stream.of(explanation.title(), explanation.means(), explanation.without()))
                .forEach(part -> softly.assertThat(part)
                        .doesNotContain("{", "}")
                        .hasSizeLessThanOrEqualTo(LONGEST_PART)
                        .satisfies(text -> assertThat(
                                        SENTENCE_END.matcher(text).results().count())
                                .isLessThanOrEqualTo(4)));
        softly.assertAll();
    }

    @Test
    void what_breaks_can_be_seen() {
        assertThat(EXPLANATIONS.all())
                .allSatisfy(explanation -> assertThat(explanation.without()).containsPattern(OBSERVABLE));
    }

    @Test
    void what_a_field_means_is_said_of_no_field_of_another_name() {
        Set<List<String>> meanings = EXPLANATIONS.all().stream()
                .map(explanation -> List.of(explanation.means(), name(explanation)))
                .collect(Collectors.toSet());
        assertThat(meanings).extracting(meaning -> meaning.get(0)).doesNotHaveDuplicates();
    }

    @Test
    void no_text_waits_for_a_field_that_no_schema_has() {
        assertThat(EXPLANATIONS.all())
                .extracting(Explanation::path)
                .filteredOn(path -> path.contains("/spec"))
                .filteredOn(path -> !path.startsWith("Service/"))
                .allSatisfy(
                        path -> assertThat(Schema.of(Kind.of(path.split("/")[0]).orElseThrow())
                                        .orElseThrow()
                                        .field(path.split("/", 2)[1]))
                                .isPresent());
    }

    private static String name(Explanation explanation) {
        return explanation.path().substring(explanation.path().lastIndexOf('.') + 1);
    }
}
