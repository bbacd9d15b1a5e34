package dev.egresso.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.check.Rule;
import dev.egresso.check.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds screens/symptoms.yaml to the code, the rules and the hops that it speaks of. */
class KnowledgeTest {
    private static final Knowledge KNOWLEDGE = SymptomTextsTest.KNOWLEDGE;

    @Test
    void a_sign_is_found_by_wordings_or_by_code_and_never_by_neither() {
        Set<String> withoutTexts = KNOWLEDGE.phrases().stream()
                .filter(phrase -> phrase.texts().isEmpty())
                .map(Phrase::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(withoutTexts).isEqualTo(Signs.ids());
    }

    @Test
    void every_wording_speaks_for_a_cause_or_for_what_a_cause_needs() {
        Set<String> weighed = KNOWLEDGE.causes().stream()
                .flatMap(cause -> cause.signs().keySet().stream())
                .collect(Collectors.toSet());
        assertThat(KNOWLEDGE.phrases().stream()
                        .filter(phrase -> !phrase.texts().isEmpty())
                        .map(Phrase::id))
                .allMatch(weighed::contains);
    }

    @Test
    void rules_and_hops_exist() throws IOException {
        List<String> rules = Rules.all().stream().map(Rule::id).toList();
        String hops = Files.readString(Path.of("screens", "hops.yaml"));
        for (Cause cause : KNOWLEDGE.causes()) {
            assertThat(rules).as(cause.id()).containsAll(cause.rules());
            assertThat(cause.hops()).as(cause.id()).allMatch(hop -> hops.contains("- id: " + hop + "\n"));
            assertThat(cause.signs().keySet()).as(cause.id()).containsAll(cause.needs());
        }
        assertThat(KNOWLEDGE.causes().stream().map(Cause::id)).containsAll(Witness.ALL.keySet());
    }

    @Test
    void every_failing_hop_has_a_cause() throws IOException {
        Set<String> explained = KNOWLEDGE.causes().stream()
                .flatMap(cause -> cause.hops().stream())
                .collect(Collectors.toSet());
        Set<String> failing = new TreeSet<>();
        String id = "";
        for (String line : Files.readAllLines(Path.of("screens", "hops.yaml"))) {
            id = line.startsWith("- id: ") ? line.substring(6) : id;
            if (line.startsWith("  sees: ")) {
                failing.add(id);
            }
        }
        failing.removeAll(Set.of("sidecar-no-host", "tls-unchecked", "tls-unnamed"));
        assertThat(explained).containsAll(failing);
    }
}
