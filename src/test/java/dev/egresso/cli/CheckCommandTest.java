package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.egresso.RuleTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from its flags to its exit code. */
class CheckCommandTest {
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

    private void given(String rule, String example) throws IOException {
        Files.writeString(folder.resolve("set.yaml"), RuleTexts.of(rule, example));
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

    @Test
    void the_text_ends_with_how_to_learn_more_and_what_can_be_mended() throws IOException {
        given("x-authority-missing", "bad");
        run("check", "set.yaml");
        assertThat(out())
                .endsWith("1 of them can be mended: egresso check --fix shows how.\n"
                        + "Why a rule exists: egresso explain x-authority-missing\n");
    }

    @Test
    void mending_shows_the_difference_and_writes_nothing_unasked() throws IOException {
        given("x-authority-missing", "bad");
        String before = Files.readString(folder.resolve("set.yaml"));
        assertThat(run("check", "--fix", "set.yaml")).isEqualTo(79);
        assertThat(out())
                .startsWith("--- set.yaml\n+++ set.yaml (mended)\n@@ ")
                .contains("+      authority: api.example.com\n")
                .contains("mends set.yaml:32: the external service would be asked for");
        assertThat(err()).contains("1 finding can be mended in 1 file. Nothing is written yet; --yes writes it.");
        assertThat(Files.readString(folder.resolve("set.yaml"))).isEqualTo(before);
    }

    @Test
    void mending_writes_when_told_so_and_tells_what_stays() throws IOException {
        given("x-authority-missing", "bad");
        Path set = folder.resolve("set.yaml");
        Files.setPosixFilePermissions(set, PosixFilePermissions.fromString("rw-r-----"));
        String before = Files.readString(set);
        assertThat(run("check", "--fix", "--yes", "set.yaml", ".")).isEqualTo(0);
        assertThat(Files.readString(set))
                .isEqualTo(before.replace(
                        "uri: /v1/status.json\n", "uri: /v1/status.json\n      authority: api.example.com\n"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(set)))
                .isEqualTo("rw-r-----");
        assertThat(out()).contains("1 file, 4 resources: 0 errors, 0 warnings, 0 notes.");
        assertThat(err()).contains("1 finding mended in 1 file.");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        assertThat(run("check", "--fix", "--yes", "set.yaml")).isEqualTo(0);
        assertThat(err()).contains("Nothing here can be mended without a decision of yours.");
    }

    @Test
    void what_cannot_be_mended_still_fails() throws IOException {
        given("se-hosts-empty", "bad");
        assertThat(run("check", "--fix", "--yes", "set.yaml")).isEqualTo(79);
        assertThat(out()).contains("[se-hosts-empty");
    }

    @Test
    void the_mended_text_of_stdin_goes_to_stdout_and_all_else_to_stderr() throws IOException {
        stdin = RuleTexts.of("x-authority-missing", "bad");
        assertThat(run("check", "--fix", "-")).isEqualTo(0);
        assertThat(out()).isEqualTo(stdin.replace("status.json\n", "status.json\n      authority: api.example.com\n"));
        assertThat(err()).contains("+      authority: api.example.com", "1 file, 4 resources");
    }

    @Test
    void a_sound_text_of_stdin_comes_back_as_it_was() throws IOException {
        stdin = RuleTexts.of("x-authority-missing", "good");
        assertThat(run("check", "--fix", "-")).isEqualTo(0);
        assertThat(out()).isEqualTo(stdin);
    }

    @Test
    void json_tells_what_stays() throws IOException {
        given("x-authority-missing", "bad");
        assertThat(run("check", "--fix", "-o", "json", "set.yaml")).isEqualTo(79);
        assertThat(out()).startsWith("[").contains("x-authority-missing");
        assertThat(run("check", "--fix", "--yes", "-o", "json", "set.yaml")).isEqualTo(0);
        assertThat(out()).isEqualTo("[]\n");
    }

    @Test
    void a_file_that_may_not_be_written_is_said_and_stays() throws IOException {
        given("x-authority-missing", "bad");
        Path set = folder.resolve("set.yaml");
        Files.setPosixFilePermissions(set, PosixFilePermissions.fromString("r--r-----"));
        assumeThat(Files.isWritable(set)).isFalse();
        assertThat(run("check", "--fix", "--yes", "set.yaml")).isEqualTo(73);
        assertThat(err()).contains("may not be written by you");
    }

    @Test
    void yes_alone_is_no_command() {
        assertThat(run("check", "--yes", "x.yaml")).isEqualTo(2);
    }
}
