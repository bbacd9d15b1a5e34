package dev.egresso.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.RuleTexts;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule has a set that it finds something in and one that it does not, under {@code rules/<id>}. A bad set may name
 * other rules that it cannot do without in its first line: {@code # also: x-one, x-two}. A line {@code # istio: 1.20} or
 * {@code # ambient} tells of the mesh around it.
 */
class RuleExamplesTest {
    static List<String> ids() {
        return Rules.all().stream().map(Rule::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_bad_example_is_found_by_its_rule_and_no_other(String id) {
        String text = RuleTexts.of(id, "bad");
        Set<String> expected = new TreeSet<>(Set.of(id));
        expected.addAll(also(text));
        assertThat(found(id, "bad")).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_good_example_is_not_found(String id) {
        assertThat(found(id, "good")).doesNotContain(id);
    }

    @Test
    void every_example_belongs_to_a_rule() throws IOException {
        try (Stream<Path> folders = Files.list(RuleTexts.FOLDER)) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).allMatch(ids()::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_class_is_named_after_the_rule(String id) {
        String name = Stream.of(id.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        assertThat(Rules.all())
                .filteredOn(rule -> rule.id().equals(id))
                .singleElement()
                .extracting(rule -> rule.getClass().getSimpleName())
                .isEqualTo(name);
    }

    private static Set<String> found(String id, String example) {
        String text = RuleTexts.of(id, example);
        ReadSet set = ManifestReader.read(example + ".yaml", text);
        assertThat(set.faults()).isEmpty();
        return Checks.of(set.manifests(), RuleTexts.surroundings(text).with(set.neighbours())).stream()
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> also(String text) {
        return text.lines()
                .filter(line -> line.startsWith("# also: "))
                .flatMap(line -> Stream.of(line.substring("# also: ".length()).split(", ")))
                .toList();
    }
}
