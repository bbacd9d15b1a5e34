package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.Checkout;
import dev.egresso.TempFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers from files, presets and folders of one's own; what is wrong with a file is told with its line. */
class AnswersIT {
    private static final String FILE =
            """
            egresso: 1
            answers:
              internal-host: webserver
              external-url: https://api.example.com/v1/
            """;

    private final TempFolder folder = TempFolder.create();

    @AfterEach
    void gone() {
        folder.close();
    }

    @Test
    void a_file_a_pipe_and_flags_give_the_same() {
        folder.write("answers.yaml", FILE);
        String flags = run("render", "--internal-host", "webserver", "--external-url", "https://api.example.com/v1/")
                .succeeds()
                .out();
        assertThat(run("render", "--answers", "answers.yaml").succeeds().out()).isEqualTo(flags);
        assertThat(CommandResult.in(folder)
                        .stdin(FILE)
                        .run("render", "--answers", "-")
                        .succeeds()
                        .out())
                .isEqualTo(flags);
    }

    @Test
    void a_flag_goes_over_the_file_and_the_file_over_the_preset() {
        folder.write("answers.yaml", "egresso: 1\nanswers: {namespace: shop, name: mine}\n");
        run("render", "--preset", "blog", "--answers", "answers.yaml", "--name", "flag")
                .succeeds()
                .prints("name: flag", "namespace: shop", "- webserver");
    }

    @Test
    void what_presets_prints_can_be_read_as_answers() {
        CommandResult shown = run("presets", "blog").succeeds();
        String made = CommandResult.in(folder)
                .stdin(shown.out())
                .run("render", "--answers", "-")
                .succeeds()
                .out();
        assertThat(made).isEqualTo(run("render", "--preset", "blog").out());
    }

    @Test
    void presets_are_listed_one_a_row_with_what_they_are_for() {
        CommandResult list = run("presets").succeeds();
        assertThat(list.out().lines()).hasSizeGreaterThan(15).allSatisfy(row -> assertThat(row)
                .matches("[a-z0-9-]+ {2,}\\S.*\\."));
        assertThat(list.err()).isEmpty();
    }

    @Test
    void an_unknown_preset_is_refused_with_the_known_ones() {
        run("render", "--preset", "blogg").exits(65).printsNothing().says("blogg", "blog");
        run("presets", "../presets/blog").exits(65).printsNothing().says("no preset");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "egresso: 2\\nanswers: {}                              | broken.yaml:1: | 2",
                "answers: {}                                           | broken.yaml:   | egresso",
                "egresso: 1\\nanswers:\\n  internalhost: a             | broken.yaml:3: | internalhost",
                "egresso: 1\\nanswers:\\n  internal-host: [a, b]       | broken.yaml:3: | single value",
                "egresso: 1\\nanswers:\\n  name: a\\n  name: b         | broken.yaml:4: | name",
                "egresso: 1\\nanswers: {}\\nwhatever: 1                | broken.yaml:3: | whatever",
                "egresso: 1\\nanswers:\\n  name: 'a                    | broken.yaml:   | ",
                "egresso: 1\\nanswers: &a {name: *a}                   | broken.yaml:   | ",
                "'- a'                                                 | broken.yaml:   | ",
                "''                                                    | broken.yaml:   | ",
                "!!java.net.URL [http://example.com]                   | broken.yaml:   | "
            })
    void a_broken_file_is_told_with_its_line(String text, String place, String word) {
        folder.write("broken.yaml", text.replace("\\n", "\n"));
        CommandResult refused =
                run("render", "--answers", "broken.yaml").exits(65).printsNothing();
        refused.says(place, word == null ? "" : word);
        assertThat(refused.err()).doesNotContain("Exception", "org.yaml", "\u240a");
        assertThat(refused.err().lines().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_file_that_is_not_there_or_no_text_is_refused() throws IOException {
        run("render", "--answers", "nowhere.yaml").exits(65).says("nowhere.yaml");
        run("render", "--answers", ".").exits(65).says("folder");
        Files.write(
                folder.file("latin.yaml"), "egresso: 1\nanswers: {name: \u00fc}".getBytes(StandardCharsets.ISO_8859_1));
        run("render", "--answers", "latin.yaml").exits(65).says("UTF-8");
        folder.write("huge.yaml", "# " + "x".repeat(1 << 21));
        run("render", "--answers", "huge.yaml").exits(65).says("1 MB");
    }

    @Test
    void a_bomb_of_aliases_is_refused_at_once() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }
        folder.write("bomb.yaml", bomb.toString());
        run("render", "--answers", "bomb.yaml").exits(65).says("bomb.yaml:");
        folder.write("deep.yaml", "egresso: 1\nanswers: " + "[".repeat(20_000));
        run("render", "--answers", "deep.yaml").exits(65).says("deep.yaml:");
    }

    @Test
    void a_folder_of_presets_adds_to_those_that_came_along_and_goes_before_them() {
        folder.write("blog.yaml", FILE);
        folder.write("ours.yaml", FILE.replace("answers:", "summary: Our own.\nanswers:"));
        String here = folder.path().toString();
        run("presets", "--presets-dir", here).succeeds().prints("ours", "Our own.", "stripe");
        run("render", "--preset", "ours", "--presets-dir=" + here).succeeds().prints("api.example.com");
        run("render", "--preset", "blog", "--presets-dir", here).succeeds().prints("api.example.com");
        run("render", "--preset", "stripe", "--presets-dir", here).succeeds().prints("api.stripe.com");
        run("presets", "--presets-dir", "nowhere").exits(65).says("nowhere");
    }

    @Test
    void a_file_among_the_presets_that_cannot_be_one_does_not_hide_the_others() {
        folder.write("ours.yaml", FILE);
        folder.write("not one of ours.yaml", FILE);
        run("presets", "--presets-dir", folder.path().toString()).succeeds().prints("ours", "blog");
    }

    @Test
    void a_folder_of_words_goes_before_those_that_came_along() {
        String rules = Checkout.text(Path.of("screens/rules.yaml")).orElseThrow();
        folder.write("rules.yaml", rules.replace("cannot", "shall never"));
        String here = folder.path().toString();
        String[] refused = {"render", "--internal-host", "web_server", "--external-url", "https://a.example.com"};
        String before = run(refused).exits(65).err();
        String own = run(Stream.concat(Stream.of(refused), Stream.of("--screens-dir", here))
                        .toArray(String[]::new))
                .exits(65)
                .err();
        assertThat(own).isEqualTo(before.replace("cannot", "shall never"));
        folder.write("rules.yaml", "rules: [");
        run("render", "--screens-dir=" + here, "--internal-host", "web_server")
                .exits(65)
                .says("rules.yaml:");
    }

    private CommandResult run(String... arguments) {
        return CommandResult.in(folder).run(arguments);
    }
}
