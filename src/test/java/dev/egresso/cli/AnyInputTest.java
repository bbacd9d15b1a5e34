package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.RuleTexts;
import dev.egresso.check.Checks;
import dev.egresso.check.Finding;
import dev.egresso.mesh.Surroundings;
import dev.egresso.plain.FindingsJson;
import dev.egresso.plain.PlainText;
import dev.egresso.screens.Screens;
import dev.egresso.wizard.FindingRows;
import dev.egresso.wizard.Mending;
import dev.egresso.wizard.MendingRows;
import dev.egresso.wizard.Said;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is given to {@code egresso check}, with and without {@code --fix}, it is answered: nothing is thrown, nothing
 * hangs, nothing reaches a terminal that it would obey, and mending comes to an end. The big run, apart from every build:
 * {@code mvn test -Dtest=AnyInputTest -Djqwik.tries.default=100000}.
 */
class AnyInputTest {
    private static final Screens SCREENS = Checkout.screens();
    private static final List<String> EXAMPLES = RuleTexts.all();
    private static final List<String> SCRAPS = List.of(
            "~",
            "[]",
            "{}",
            "\"\"",
            "-1",
            "0",
            "443",
            "\"443\"",
            "99999999999999999999",
            "true",
            "x",
            "'*'",
            "[~]",
            "[[]]",
            "{a: ~}",
            "*.",
            "1.5",
            "\"\\e[31m\"",
            "&a b",
            "*a",
            "|\n  x",
            ">-\n  x",
            "- ",
            "? ",
            "!!int x",
            "<<: *a",
            "# no",
            "\t",
            "\r\n",
            "---\n",
            "...\n",
            "{{ .Values.x }}",
            "\ufeff",
            "\ud83d\ude00",
            "'",
            "\"",
            "{",
            "]",
            "hosts: [a, a, A]",
            "http/2",
            "Simple",
            "10",
            "https://a.example/x",
            "é",
            "\u0000",
            "\u202e",
            "%YAML 1.1\n");
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

    @Property(seed = "20261124")
    void any_input_is_answered(@ForAll("inputs") byte[] input) {
        long begun = System.nanoTime();
        ReadSet read = ManifestReader.read("a.yaml", input);
        Surroundings around = Surroundings.unknown().with(read.neighbours());
        List<Finding> findings = Checks.of(read.manifests(), around);
        PlainText plain = new PlainText(false);
        String shown = FindingRows.of(findings, read, 1, SCREENS).stream()
                .map(plain::of)
                .collect(Collectors.joining("\n"));
        List<Said> said = findings.stream()
                .map(finding -> Said.of(finding, SCREENS.words()))
                .toList();
        assertThat(FindingsJson.array(said)).startsWith("[");
        assertThat(FindingsJson.sarif(said, "1")).startsWith("{");
        Mending mending = Mending.of(read, Surroundings.unknown());
        MendingRows rows = new MendingRows(mending, SCREENS);
        String told = Stream.of(rows.mended(), rows.left(), rows.kept())
                .flatMap(List::stream)
                .map(plain::of)
                .collect(Collectors.joining("\n"));
        assertThat(shown + told).doesNotContain("\u001b", "\u0000", "\u202e");
        assertThat(mending.after().faults()).hasSameSizeAs(read.faults());
        assertThat(mending.findings())
                .allMatch(left -> left.fix().isEmpty() || mending.kept().containsKey(left));
        assertThat(System.nanoTime() - begun).isLessThan(LONGEST);
    }

    @Provide
    static Arbitrary<byte[]> inputs() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        Arbitrary<byte[]> scraps = Arbitraries.of(SCRAPS).list().ofMaxSize(30).map(list -> String.join("", list)
                .getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> damaged = Arbitraries.of(EXAMPLES).flatMap(text -> Arbitraries.randoms()
                .map(random -> damaged(text, random).getBytes(StandardCharsets.UTF_8)));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, noise),
                net.jqwik.api.Tuple.of(2, scraps),
                net.jqwik.api.Tuple.of(7, damaged));
    }

    /** Pieces go, come twice, move, or give way to scraps; keys are misspelt; line ends change. */
    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(random.nextInt(10) == 0 ? text.replace("\n", "\r\n") : text);
        for (int times = 1 + random.nextInt(6); times > 0 && damaged.length() > 2; times--) {
            int from = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), from + 1 + random.nextInt(30));
            String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
            switch (random.nextInt(7)) {
                case 0 -> damaged.delete(from, to);
                case 1 -> damaged.insert(from, scrap);
                case 2 -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(from, to));
                case 3 -> damaged.setCharAt(from, "aZ09:-#'\"{}[],.\n ".charAt(random.nextInt(16)));
                default -> value(damaged, from, scrap);
            }
        }
        return damaged.toString();
    }

    /** The value behind the next colon gives way to a scrap. */
    private static void value(StringBuilder damaged, int from, String scrap) {
        int colon = damaged.indexOf(": ", from);
        int end = colon < 0 ? -1 : damaged.indexOf("\n", colon);
        if (end > 0) {
            damaged.replace(colon + 2, end, scrap);
        }
    }
}
