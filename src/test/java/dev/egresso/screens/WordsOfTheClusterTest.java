package dev.egresso.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.rollout.Trouble;
import dev.egresso.wizard.RolloutRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trouble that the code can meet has a sentence, and the sentence asks for nothing that is not told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordsOfTheClusterTest {
    private static final Pattern MADE =
            Pattern.compile("(?:Troubled?\\.of|\\btrouble|found)\\(\\s*(?:[A-Z_]+,\\s*)?\"([a-z-]+)\"");

    private static Stream<Path> sources() {
        return Stream.of("cluster", "rollout", "cli").map(name -> Path.of("src/main/java/dev/egresso", name));
    }

    Set<String> ids() {
        Set<String> ids = new TreeSet<>(List.of("conflict"));
        sources().flatMap(WordsOfTheClusterTest::files).forEach(file -> {
            Matcher made = MADE.matcher(text(file));
            while (made.find()) {
                ids.add(made.group(1));
            }
        });
        return ids;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        return Checkout.text(file).orElseThrow();
    }

    @Test
    void the_code_is_searched_well() {
        assertThat(ids())
                .contains("timeout", "exec-failed", "admission", "twice", "changed-meanwhile")
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_trouble_has_a_sentence(String id) {
        assertThat(Checkout.screens().say("trouble-" + id)).isNotBlank();
    }

    @Test
    void a_sentence_with_all_it_asks_for_leaves_no_brace() {
        RolloutRows rows = new RolloutRows(Checkout.screens());
        Trouble trouble =
                Trouble.of("forbidden", "user", "jane", "verb", "patch", "resource", "services", "namespace", "shop");
        assertThat(rows.sentence(Optional.empty(), trouble))
                .isEqualTo(
                        "jane may not patch services in shop (403). Ask for that right, or save the set for somebody who has it.");
    }
}
