package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.TempFolder;
import dev.egresso.screens.Question;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line itself: versions, help, flags, and what happens where there is no terminal. */
class CommandLineIT {
    @Test
    void the_version_is_one_row() {
        CommandResult version = CommandResult.egresso("--version").succeeds();
        assertThat(version.out()).matches("egresso [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n");
        assertThat(version.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void help_names_the_commands_and_the_exit_codes(String word) {
        CommandResult help = CommandResult.egresso(word).succeeds();
        help.prints("wizard", "render", "presets", "--version", "73", "130");
        assertThat(help.err()).isEmpty();
        assertThat(help.out().lines()).allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wizard", "render"})
    void the_flags_are_the_ids_of_the_questions(String command) {
        CommandResult help = CommandResult.egresso(command, "--help").succeeds();
        List<String> flags = Pattern.compile("^ +(?:-., )?--([a-z-]+)", Pattern.MULTILINE)
                .matcher(help.out())
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        List<String> questions = Checkout.screens().questions().stream()
                .map(Question::field)
                .map(field -> field.id())
                .toList();
        assertThat(flags).containsSubsequence(questions);
        assertThat(help.out().lines()).allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void an_unknown_command_is_refused_with_a_way_on() {
        CommandResult.egresso("rendr").exits(2).printsNothing().says("rendr", "--help");
        CommandResult.egresso("--rendr").exits(2).printsNothing().says("--help");
        CommandResult.egresso("presets", "blog", "more").exits(2).printsNothing();
    }

    @Test
    void without_a_terminal_the_wizard_says_which_flags_would_do() {
        CommandResult.egresso()
                .exits(2)
                .printsNothing()
                .says("terminal", "render", "--internal-host", "--external-url");
        CommandResult.egresso("wizard", "--preset", "blog")
                .exits(2)
                .printsNothing()
                .says("--preset");
    }

    @Test
    void a_session_that_is_not_there_cannot_be_resumed() {
        CommandResult.egresso("wizard", "--resume", "nowhere").exits(2);
    }

    @Test
    void a_terminal_that_is_dumb_is_told_so() {
        try (TempFolder folder = TempFolder.create()) {
            CommandResult.in(folder).with("TERM", "dumb").run().exits(2).says("render");
        }
    }

    @Test
    void a_fault_of_our_own_says_where_the_report_lies_and_not_the_answers() {
        try (TempFolder folder = TempFolder.create()) {
            folder.write("words.yaml", "words: {}\n");
            CommandResult result = CommandResult.in(folder)
                    .run(
                            "render",
                            "--preset",
                            "blog",
                            "--comments",
                            "--screens-dir",
                            folder.path().toString());
            assertThat(result.exit()).isIn(0, 65, 70);
            assertThat(result.err()).doesNotContain("\tat dev.egresso");
        }
    }
}
