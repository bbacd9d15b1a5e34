package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from its flags to its exit code. */
class CheckCommandTest {
    private static final Path RULES = Path.of("src/test/resources/rules").toAbsolutePath();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String stdin = "";

    private int run(String... arguments) {
        World world = new World(
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                folder,
                folder,
                "Linux",
                Clock.systemUTC(),
                () -> false);
        return new Egresso(world).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void given(String rule, String example) throws IOException {
        Files.copy(RULES.resolve(rule).resolve(example + ".yaml"), folder.resolve("set.yaml"));
    }

    @Test
    void a_finding_shows_where_and_what_to_do() throws IOException {
        given("x-authority-missing", "bad");
        assertThat(run("check", "set.yaml")).isEqualTo(79);
        assertThat(out())
                .contains("set.yaml:32:5: error: the external service would be asked for"
                        + " webserver.default.svc.cluster.local [x-authority-missing]")
                .contains("   32 |     rewrite:\n      |     ^^^^^^^^")
                .contains("Fix: Add authority: api.example.com under rewrite.")
                .contains("1 file, 4 resources: 1 error, 0 warnings, 0 notes.");
    }

    @Test
    void a_good_set_is_done() throws IOException {
        given("x-authority-missing", "good");
        assertThat(run("check", ".")).isEqualTo(0);
        assertThat(run("check", "-o", "json", "set.yaml")).isEqualTo(0);
        assertThat(out()).endsWith("[]\n");
    }

    @Test
    void settings_of_the_mesh_among_the_files_decide_who_sees_what() throws IOException {
        given("x-authority-missing", "good");
        Path set = folder.resolve("set.yaml");
        Files.writeString(
                set, Files.readString(set).replaceFirst("(name: api-example-com\n  namespace: )default", "$1egress"));
        assertThat(run("check", "set.yaml")).isEqualTo(0);
        Files.writeString(folder.resolve("mesh.yaml"), "defaultServiceExportTo: ['.']\n");
        assertThat(run("check", ".")).isEqualTo(79);
        assertThat(out()).contains("[x-exportto-incompat, istioctl IST0101]");
    }

    @Test
    void json_has_nine_fields() throws IOException {
        given("dr-ca-unset", "bad");
        assertThat(run("check", "-o", "json", "set.yaml")).isEqualTo(0);
        assertThat(out())
                .contains("\"rule\" : \"dr-ca-unset\"")
                .contains("\"severity\" : \"info\"")
                .contains("\"resource\" : \"DestinationRule/default/api-example-com\"")
                .contains("\"path\" : \"spec.trafficPolicy.portLevelSettings[0].tls.mode\"")
                .contains("\"file\" : \"set.yaml\"")
                .contains("\"line\" : 53")
                .contains("\"what\"")
                .contains("\"remedy\"")
                .contains("\"peer\" : \"IST0128\"");
    }

    @Test
    void the_weight_that_fails_can_be_chosen() throws IOException {
        given("dr-ca-unset", "bad");
        assertThat(run("check", "--fail-on", "info", "set.yaml")).isEqualTo(79);
        assertThat(run("check", "--fail-on", "never", "set.yaml")).isEqualTo(0);
        assertThat(run("check", "--fail-on", "all", "set.yaml")).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_said_with_its_line() {
        stdin = "kind: Service\nkind: Service\n";
        assertThat(run("check", "-")).isEqualTo(65);
        assertThat(err()).contains("stdin:2: the key kind stands here twice");
        assertThat(run("check", "none.yaml")).isEqualTo(65);
        assertThat(run("check")).isEqualTo(2);
    }

    @Test
    void what_is_not_ours_is_passed_over_with_a_word() {
        stdin = "kind: Deployment\napiVersion: apps/v1\nmetadata: {name: web}\n";
        assertThat(run("check", "-")).isEqualTo(0);
        assertThat(err()).contains("stdin:1: passed over, Deployment web");
    }

    @Test
    void nothing_of_a_file_reaches_the_terminal_unescaped() {
        stdin = "kind: ServiceEntry\napiVersion: networking.istio.io/v1\nspec:\n  hosts: [\"a\\e[31m\"]\n";
        run("check", "-");
        assertThat(out() + err()).doesNotContain("\u001b").contains("\\u{1b}");
    }

    @Test
    void sarif_names_file_and_line() throws IOException {
        given("x-authority-missing", "bad");
        assertThat(run("check", "-o", "sarif", "set.yaml")).isEqualTo(79);
        assertThat(out()).contains("\"ruleId\" : \"x-authority-missing\"").contains("\"startLine\" : 32");
    }
}
