package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a reader gets who asks for a field, a rule, a term or a file. */
class ExplainCommandTest {
    private static final Path RULES = Path.of("src/test/resources/rules").toAbsolutePath();

    @TempDir
    private Path folder;

    private String stdin = "";
    private CommandRun last;

    private int run(String... arguments) {
        last = CommandRun.in(folder, Map.of(), stdin, false, arguments);
        return last.exit();
    }

    private String out() {
        return last.out();
    }

    private String err() {
        return last.err();
    }

    @Test
    void a_field_is_told_with_its_limits_and_what_breaks() {
        assertThat(run("explain", "serviceentry.spec.ports.number")).isEqualTo(0);
        assertThat(out())
                .startsWith("ServiceEntry/spec.ports[].number\nThe number that routes use\n")
                .contains("Type         a whole number, 1 to 65535")
                .contains("Required     yes")
                .contains("What breaks  A route that names a number")
                .contains("Source       istio/api networking/v1alpha3/service_entry.proto");
    }

    @Test
    void a_field_around_others_lists_them() {
        assertThat(run("explain", "se.spec.ports")).isEqualTo(0);
        assertThat(out())
                .contains("a list of objects, 256 entries at most")
                .contains("    number      The number that routes use (required)");
        run("explain", "vs");
        assertThat(out()).contains("    http      Rules for requests that can be read");
    }

    @Test
    void the_words_that_a_field_takes_are_told_without_a_route() {
        run("explain", "dr.spec.trafficPolicy.tls.mode");
        assertThat(out())
                .contains("Default      DISABLE")
                .contains("MUTUAL        Encrypt")
                .doesNotContain("{");
    }

    @Test
    void a_repeated_part_says_where_it_stands() {
        run("explain", "DestinationRule/spec.subsets[0].trafficPolicy.outlierDetection.interval");
        assertThat(out()).contains("Holds for this subset only.");
        run("explain", "DestinationRule/spec.trafficPolicy.portLevelSettings[1].outlierDetection.interval");
        assertThat(out()).contains("Holds for this port only.");
    }

    @Test
    void a_rule_and_a_term_are_told_too() {
        assertThat(run("explain", "x-authority-missing", "Waypoint")).isEqualTo(0);
        assertThat(out())
                .contains("Says         the external service would be asked for <internal>")
                .contains("Fix          Add authority: <host> under rewrite.")
                .contains("waypoint\n\n  A proxy of its own");
    }

    @Test
    void a_near_miss_suggests() {
        assertThat(run("explain", "vs.spec.http.timeot")).isEqualTo(65);
        assertThat(out()).isEmpty();
        assertThat(err())
                .contains("There is nothing called vs.spec.http.timeot.")
                .contains("egresso explain 'VirtualService/spec.http[].timeout'");
        assertThat(run("explain", "x-authority-mising")).isEqualTo(65);
        assertThat(err()).contains("egresso explain 'x-authority-missing'");
        assertThat(run("explain", "retries.spec")).isEqualTo(65);
    }

    @Test
    void a_name_of_several_fields_lists_them() {
        assertThat(run("explain", "targetPort")).isEqualTo(65);
        assertThat(err()).contains("more than one field").contains("'ServiceEntry/spec.ports[].targetPort'");
    }

    @Test
    void without_a_question_it_says_how_to_ask() {
        assertThat(run("explain")).isEqualTo(0);
        assertThat(out()).contains("VirtualService").contains("egresso explain vs.spec.http.rewrite  ");
    }

    @Test
    void a_file_is_told_line_by_line() {
        stdin = "kind: VirtualService\napiVersion: networking.istio.io/v1\nspec:\n  htpp: 1\n  http:\n"
                + "  - timeout: 3s\n  - timeout: 4s\n";
        assertThat(run("explain", "-")).isEqualTo(0);
        assertThat(out())
                .contains("  # The time for the whole request, all tries included.")
                .contains("\n  - timeout: 3s\n")
                .contains("  - timeout: 4s                         # How long a request may take\n")
                .contains("  htpp: 1                               # VirtualService has no such field.");
    }

    @Test
    void what_is_said_of_a_file_changes_nothing_in_it_and_fits_a_screen() throws IOException {
        for (Path file : examples()) {
            assertThat(run("explain", file.toString())).as(file.toString()).isEqualTo(0);
            assertThat(documents(out())).as(file.toString()).isEqualTo(documents(Files.readString(file)));
            assertThat(out().lines().filter(row -> row.strip().startsWith("#")))
                    .allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(100));
        }
    }

    @Test
    void what_cannot_be_read_is_said() {
        assertThat(run("explain", "none.yaml")).isEqualTo(65);
        assertThat(err()).contains("There is no file or folder none.yaml.");
        stdin = "kind: Service\nkind: Service\n";
        assertThat(run("explain", "-")).isEqualTo(65);
    }

    @Test
    void nothing_of_a_file_reaches_the_terminal_unescaped() {
        stdin = "kind: VirtualService\napiVersion: networking.istio.io/v1\nspec:\n  gateways: [\"a\u0085b\u202e\"]\n";
        run("explain", "-");
        assertThat(out()).doesNotContain("\u0085", "\u202e").contains("\\u{202e}");
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(RULES)) {
            return files.filter(file -> file.toString().endsWith("good.yaml"))
                    .sorted()
                    .limit(60)
                    .toList();
        }
    }

    private static List<Object> documents(String text) {
        Iterable<Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
        return StreamSupport.stream(all.spliterator(), false).toList();
    }
}
