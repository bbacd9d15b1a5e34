package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.Resource;
import dev.egresso.TempFolder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening files, changing an answer and writing back, without a terminal. */
class RenderFromTest {
    private final TempFolder folder = TempFolder.create();

    @AfterEach
    void gone() {
        folder.close();
    }

    private CommandRun run(String... words) {
        return CommandRun.of(folder, Map.of(), null, words);
    }

    private void given(String... names) {
        for (String name : names) {
            folder.write(name, Resource.text("/reopen/" + name));
        }
    }

    private String text(String name) {
        return new String(folder.bytes(name), StandardCharsets.UTF_8);
    }

    @Test
    void without_a_change_the_file_is_printed_as_it_is() {
        String text = "\ufeff"
                + Resource.text("/reopen/subset.yaml").replace("\n", "\r\n").stripTrailing();
        folder.write("windows.yaml", text);
        CommandRun run = run("render", "--from", "windows.yaml");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(text);
    }

    static Stream<String> presets() {
        return Checkout.presets().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void what_a_preset_makes_is_opened_as_it_is(String preset) {
        String made = run("render", "--preset", preset).out();
        folder.write("made.yaml", made);
        CommandRun opened = run("render", "--from", "made.yaml");
        assertThat(opened.exit()).as(opened.err()).isZero();
        assertThat(opened.out()).isNotEmpty().isEqualTo(made);
    }

    @Test
    void a_flag_changes_its_line_and_overwrite_writes_it_back() {
        given("by-hand.yaml");
        String before = text("by-hand.yaml");
        CommandRun run = run("render", "--from", "by-hand.yaml", "--timeout", "5s", "--overwrite");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Saved ./by-hand.yaml.");
        assertThat(text("by-hand.yaml")).isEqualTo(before.replace("timeout: 1m30s # long", "timeout: 5s # long"));
        assertThat(run("render", "--from", "by-hand.yaml", "--timeout", "5s", "--overwrite")
                        .err())
                .contains("./by-hand.yaml says the same already.");
    }

    @Test
    void an_empty_flag_takes_an_answer_away() {
        given("by-hand.yaml");
        CommandRun run = run("render", "--from", "by-hand.yaml", "--timeout", "");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("timeout").contains("# health");
    }

    @Test
    void what_stays_for_all_that_was_answered_is_said() {
        given("by-hand.yaml", "rule-for-one-port.yaml");
        assertThat(run("render", "--from", "by-hand.yaml", "--tls", "app").err())
                .contains("DestinationRule/default/partner stays, since it holds more than the answers know of.");
        assertThat(run("render", "--from", "rule-for-one-port.yaml", "--external-url", "https://a.files.example")
                        .err())
                .contains(
                        "VirtualService/spec.http[0].rewrite.authority is not there, and is not added for external-url.");
    }

    @Test
    void it_can_be_written_elsewhere() {
        given("by-hand.yaml");
        CommandRun run = run("render", "--from", "by-hand.yaml", "--timeout", "5s", "--save", "new.yaml");
        assertThat(run.exit()).isZero();
        assertThat(text("new.yaml")).contains("timeout: 5s # long");
        assertThat(text("by-hand.yaml")).contains("timeout: 1m30s # long");
    }

    @Test
    void stdin_goes_to_stdout() {
        String text = Resource.text("/reopen/by-hand.yaml");
        CommandRun run =
                CommandRun.of(folder, Map.of(), text, "render", "--color", "never", "--from", "-", "--timeout", "5s");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(text.replace("1m30s # long", "5s # long"));
        assertThat(CommandRun.of(folder, Map.of(), text, "render", "--from", "-", "--overwrite")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void of_several_routes_one_has_to_be_named() {
        given("two-routes.yaml");
        CommandRun run = run("render", "--from", "two-routes.yaml", "--timeout", "5s");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        """
                        The files hold 2 routes.
                          pay to api.pay.example   ServiceEntry default/partner, two-routes.yaml:9
                          smtp.mail.example   ServiceEntry default/mail-out, two-routes.yaml:1
                        Choose one: --route default/pay/api.pay.example
                        """);
        assertThat(run("render", "--from", "two-routes.yaml", "--route", "pay", "--timeout", "5s")
                        .out())
                .contains("    timeout: 5s\n");
        assertThat(run("render", "--from", "two-routes.yaml", "--route", "none").exit())
                .isEqualTo(65);
    }

    @Test
    void files_without_a_route_are_refused_with_what_is_there_instead() {
        given("gateway.yaml");
        folder.write("empty.yaml", "");
        folder.write("broken.yaml", "kind: ServiceEntry\nspec: [\n");
        folder.write("bytes.yaml", "kind: \u0000");
        refused("gateway.yaml", "gateway.yaml:1: Gateway front, which is no part of a route.");
        refused("empty.yaml", "empty.yaml:1: there is no resource in it.");
        refused("broken.yaml", "broken.yaml:3: not YAML: ");
        refused("bytes.yaml", "bytes.yaml:1: holds a NUL character");
        refused("gone.yaml", "There is no file or folder gone.yaml.");
    }

    private void refused(String name, String what) {
        CommandRun run = run("render", "--from", name);
        assertThat(run.exit()).as(run.err()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(what);
    }

    @Test
    void an_answer_that_cannot_be_is_refused_and_what_was_wrong_before_is_not() {
        given("rule-for-one-port.yaml");
        CommandRun wrong = run("render", "--from", "rule-for-one-port.yaml", "--timeout", "soon");
        assertThat(wrong.exit()).isEqualTo(65);
        assertThat(wrong.err()).contains("--timeout");
        assertThat(run("render", "--from", "rule-for-one-port.yaml", "--timeout", "5s")
                        .exit())
                .isZero();
    }

    @Test
    void an_answer_that_needs_another_says_which() {
        given("rule-for-one-port.yaml");
        CommandRun run = run("render", "--from", "rule-for-one-port.yaml", "--tls-mode", "MUTUAL");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--client-certificate, --private-key");
    }

    @Test
    void what_makes_no_sense_beside_files_is_refused() {
        given("by-hand.yaml");
        assertThat(run("render", "--from", "by-hand.yaml", "--preset", "blog").exit())
                .isEqualTo(2);
        assertThat(run("render", "--from", "by-hand.yaml", "-o", "json").exit()).isEqualTo(2);
        assertThat(run("render", "--route", "pay").exit()).isEqualTo(2);
    }
}
