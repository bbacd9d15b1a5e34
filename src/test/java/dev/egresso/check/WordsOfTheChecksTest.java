package dev.egresso.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.RuleTexts;
import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.Surroundings;
import dev.egresso.screens.Words;
import dev.egresso.yaml.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Each rule has words, and they fit what the rule tells. */
class WordsOfTheChecksTest {
    private static final Words WORDS = Checkout.screens().words();
    private static final Pattern SCOLDING =
            Pattern.compile("(?i)\\b(?:invalid|illegal|failed to|oops|please|just|simply|you forgot|error:)\\b");
    private static final Pattern PEER = Pattern.compile("IST0[0-9]{3}|KIA[0-9]{4}|webhook|none");

    static List<String> ids() {
        return Rules.all().stream().map(Rule::id).toList();
    }

    @Test
    void every_entry_belongs_to_a_rule_and_stands_once() throws IOException {
        Map<String, List<Map<String, String>>> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("screens/checks.yaml")));
        assertThat(file.get("checks")).extracting(entry -> entry.get("id")).containsExactlyInAnyOrderElementsOf(ids());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_rule_says_what_why_and_what_to_do(String id) {
        Words.Check check = WORDS.check(id);
        assertThat(check.title())
                .as("title")
                .isNotEqualTo(id)
                .doesNotEndWith(".")
                .hasSizeLessThan(60);
        assertThat(check.what()).as("what").doesNotEndWith(".").hasSizeLessThan(110);
        assertThat(check.why()).as("why").endsWith(".").hasSizeLessThan(240);
        assertThat(check.remedy()).as("remedy").matches(".*(?:\\.|\\{way})");
        assertThat(check.peer()).matches(PEER);
        assertThat(check.what() + check.why() + check.remedy()).doesNotContainPattern(SCOLDING);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_rule_tells_all_that_its_words_mention(String id) {
        for (Finding finding : findings(id)) {
            Words.Check said = WORDS.of(finding);
            assertThat(said.what() + said.why() + said.remedy())
                    .as(finding.rule())
                    .doesNotContainPattern("\\{[a-z]+}");
        }
    }

    /** A fix takes the finding away, which only holds if it points into the resource that the finding is about. */
    @Test
    void fixes_are_for_resources_of_the_set() {
        Map<String, Boolean> fixable = new TreeMap<>();
        for (String id : ids()) {
            findings(id)
                    .forEach(finding ->
                            fixable.merge(finding.rule(), finding.fix().isPresent(), Boolean::logicalOr));
        }
        assertThat(fixable.values().stream().filter(Boolean::booleanValue).count())
                .isGreaterThan(25);
    }

    private static List<Finding> findings(String id) {
        Surroundings old = Surroundings.unknown().withIstioVersion(new IstioVersion(1, 20));
        Surroundings ambient = Surroundings.unknown().withDataPlane(DataPlane.AMBIENT);
        var set = ManifestReader.read("bad.yaml", RuleTexts.of(id, "bad"));
        return Stream.of(old, ambient)
                .flatMap(around -> Checks.of(set.manifests(), around.with(set.neighbours())).stream())
                .toList();
    }
}
