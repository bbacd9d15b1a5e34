package dev.egresso.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Golden;
import dev.egresso.RuleTexts;
import dev.egresso.check.Checks;
import dev.egresso.check.Finding;
import dev.egresso.check.Rule;
import dev.egresso.check.Rules;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.Surroundings;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import dev.egresso.yaml.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mend takes away what it is for, and brings nothing worse. */
class MendingTest {
    static List<String> ids() {
        return Rules.all().stream().map(Rule::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void what_can_be_mended_is_gone_afterwards_and_nothing_new_is_wrong(String id) {
        String text = RuleTexts.of(id, "bad");
        Surroundings around = RuleTexts.surroundings(text);
        ReadSet read = ManifestReader.read("bad.yaml", text);
        List<Finding> before = Checks.of(read.manifests(), around.with(read.neighbours()));
        Mending mending = Mending.of(read, around);
        String after = mending.texts().getOrDefault("bad.yaml", text);
        assertThat(mending.kept()).as(after).isEmpty();
        assertThat(mending.findings()).as(after).allMatch(finding -> finding.fix()
                .isEmpty());
        assertThat(rules(heavy(mending.findings()))).as(after).isSubsetOf(rules(before));
        List<String> unmended = before.stream()
                .filter(finding -> finding.fix().isEmpty())
                .map(Finding::rule)
                .collect(Collectors.toCollection(ArrayList::new));
        heavy(mending.findings()).forEach(left -> assertThat(unmended.remove(left.rule()))
                .as(left + " in\n" + after)
                .isTrue());
    }

    /** What a person would see who mends the examples one after the other; a rule that is not there does not mend. */
    @Test
    void the_examples_are_mended_as_a_person_would() {
        StringBuilder all = new StringBuilder();
        for (String id : ids()) {
            String text = RuleTexts.of(id, "bad");
            if (Mends.mendsItsExample(id)) {
                all.append(TextDifference.between(text, Mends.of(id).texts().get("bad.yaml"))
                        .unified(id + "/bad.yaml", "mended"));
            }
        }
        Golden.matches("mended.diff", all.toString());
    }

    /** A note that comes with a mended line is worth reading, and nothing is wrong. */
    private static List<Finding> heavy(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    private static Set<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.toSet());
    }
}
