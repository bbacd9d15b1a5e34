package dev.egresso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.check.Rule;
import dev.egresso.check.Rules;
import dev.egresso.cli.CommandTexts;
import dev.egresso.doctor.Cause;
import dev.egresso.screens.AnswersFile;
import dev.egresso.screens.Question;
import dev.egresso.screens.Screens;
import dev.egresso.screens.Words;
import dev.egresso.wizard.Action;
import dev.egresso.wizard.Mends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The references in docs/ are made from the same texts that the product shows, and the README shows what it draws. */
class ReferencesTest {
    private static final String MADE = "<!-- made by mvn test -Dgolden=update; do not edit -->\n\n";
    private static final Screens SCREENS = Checkout.screens();

    private static void isUpToDate(String name, String text) {
        Golden.matches("../../../../docs/reference/" + name, MADE + text);
    }

    @Test
    void the_questions() {
        StringBuilder text = new StringBuilder("# Questions and flags\n\n")
                .append("Each question is a flag of `wizard` and `render`, and a key of the answers file.\n");
        for (Question question : SCREENS.questions()) {
            text.append("\n## `--")
                    .append(question.field())
                    .append("` ")
                    .append(question.title())
                    .append("\n\n");
            text.append("**").append(question.ask()).append("** ");
            text.append(question.isChoice() ? "" : "For instance `" + question.hint() + "`.")
                    .append("\n\n");
            text.append(question.means())
                    .append("\n\nWhat breaks: ")
                    .append(question.breaks())
                    .append('\n');
            if (question.isChoice()) {
                text.append("\n| answer | | what it means | what breaks |\n|---|---|---|---|\n");
                question.choices().forEach(choice -> text.append("| `")
                        .append(choice.value())
                        .append("` | ")
                        .append(choice.brief())
                        .append(" | ")
                        .append(choice.means())
                        .append(" | ")
                        .append(choice.breaks())
                        .append(" |\n"));
            }
        }
        isUpToDate("questions.md", text.toString());
    }

    @Test
    void the_keys() {
        StringBuilder text = new StringBuilder("# Keys\n\n")
                .append(
                        "Where text can be typed, printable keys type; commands are Ctrl with a letter. In views without a\n")
                .append(
                        "field plain letters are commands, and the last row shows them.\n\n| does | keys |\n|---|---|\n");
        for (Action action : Action.values()) {
            text.append("| ")
                    .append(SCREENS.say("action-" + action.id()))
                    .append(" | ")
                    .append(SCREENS.say("keys-" + action.id()).replace("  ", ", "))
                    .append(" |\n");
        }
        text.append("\n| in a field | keys |\n|---|---|\n")
                .append("| next question, question before | Enter or Tab, Shift-Tab or Esc |\n")
                .append("| move | Left, Right, Home or Ctrl-A, End or Ctrl-E, Alt-B, Alt-F |\n")
                .append("| delete | Backspace, Delete, Ctrl-W or Alt-Backspace, Ctrl-U, Ctrl-K |\n")
                .append("| choose | Up, Down, 1 to 9, the first letter |\n")
                .append("| turn to another resource (narrow) | PgUp, PgDn |\n");
        isUpToDate("keys.md", text.toString());
    }

    @Test
    void the_presets() {
        StringBuilder text = new StringBuilder("# Presets\n\n`egresso wizard --preset NAME` opens one, ")
                .append("`egresso render --preset NAME` writes it.\n");
        for (Map.Entry<String, AnswersFile> preset : Checkout.presets().entrySet()) {
            AnswersFile file = preset.getValue();
            text.append("\n## `")
                    .append(preset.getKey())
                    .append("` ")
                    .append(file.title().orElseThrow())
                    .append("\n\n");
            text.append(file.summary().orElseThrow())
                    .append("\n\n")
                    .append(file.notes().orElseThrow())
                    .append("\n\n");
            text.append("```yaml\n").append(AnswersFile.text(file.answers())).append("```\n");
        }
        isUpToDate("presets.md", text.toString());
    }

    @Test
    void what_is_said_about_answers() throws IOException {
        StringBuilder text = new StringBuilder("# What Egresso says about answers\n\n")
                .append("Names in braces stand for what you typed.\n\n| id | what | what to do |\n|---|---|---|\n");
        SCREENS.words().rules().forEach((id, sentence) -> text.append("| `")
                .append(id)
                .append("` | ")
                .append(sentence.what().replace("|", "\\|"))
                .append(" | ")
                .append(sentence.remedy().replace("|", "\\|"))
                .append(" |\n"));
        isUpToDate("problems.md", text.toString());
    }

    @Test
    void the_rules() {
        StringBuilder text = new StringBuilder("# Rules\n\n")
                .append(
                        "What `egresso check` holds resources against. Each rule has a set that it finds and one that it does\n")
                .append("not under `src/test/resources/rules`. Names in braces are filled in.\n");
        Set<String> mend = Mends.rules();
        for (Rule rule : Rules.all()) {
            Words.Check words = SCREENS.words().check(rule.id());
            text.append("\n## `").append(rule.id()).append("`\n\n");
            text.append("**")
                    .append(words.title())
                    .append("** (")
                    .append(rule.severity().name().toLowerCase(java.util.Locale.ROOT))
                    .append(words.peer().equals("none") ? ", nobody else reports it" : ", elsewhere " + words.peer())
                    .append(")\n\n");
            text.append("Says: ")
                    .append(words.what())
                    .append(".\n\n")
                    .append(words.why())
                    .append("\n\n");
            text.append("What to do: ").append(words.remedy()).append('\n');
            text.append(mend.contains(rule.id()) ? "\n`check --fix` mends it where only one mend makes sense.\n" : "");
        }
        isUpToDate("rules.md", text.toString());
    }

    @Test
    void the_symptoms() {
        StringBuilder text = new StringBuilder("# Symptoms and causes\n\n")
                .append(
                        "What `egresso doctor` knows. Each cause lists what speaks for it in a text, the strongest first, and the\n")
                .append("rules of `egresso check` that show it in resources. Names in braces are filled in.\n");
        for (Cause cause : SCREENS.knowledge().causes()) {
            text.append("\n## `")
                    .append(cause.id())
                    .append("`\n\n**")
                    .append(cause.title())
                    .append("**\n\n");
            text.append(cause.why()).append("\n\n");
            text.append("What to do: ").append(cause.remedy()).append("\n\n");
            text.append("To confirm: `").append(cause.confirm()).append("`\n\n");
            cause.signs().entrySet().stream()
                    .filter(weighed -> weighed.getValue() > 2)
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(weighed ->
                            text.append("- ").append(sign(weighed.getKey())).append('\n'));
            if (!cause.rules().isEmpty()) {
                text.append("\nShown by ")
                        .append(cause.rules().stream()
                                .map(rule -> "[`" + rule + "`](rules.md#" + rule + ")")
                                .collect(Collectors.joining(", ")))
                        .append(".\n");
            }
        }
        isUpToDate("symptoms.md", text.toString());
    }

    private static String sign(String id) {
        return SCREENS.knowledge().phrases().stream()
                .filter(phrase -> phrase.id().equals(id))
                .findFirst()
                .map(phrase -> phrase.means()
                        + phrase.texts().stream()
                                .limit(3)
                                .map(wording -> "`" + wording + "`")
                                .collect(Collectors.joining(", ", phrase.texts().isEmpty() ? "" : ": ", "")))
                .orElse("status " + id.substring(id.indexOf('-') + 1));
    }

    @Test
    void the_commands() {
        isUpToDate("commands.md", "# Commands\n\n" + CommandTexts.all());
    }

    @Test
    void the_fields() {
        isUpToDate("fields.md", FieldsReference.of(SCREENS));
    }

    @Test
    void the_readme_shows_what_the_wizard_draws() throws IOException {
        Path readme = Path.of("README.md");
        String text = Files.readString(readme);
        String picture = Files.readString(Path.of("src/test/resources/golden/screens/who-starts-tls-120x40.txt"))
                .split("--- ")[0];
        String wanted = text.replaceFirst("(?s)```text\n.*?```", "```text\n" + picture.replace("$", "\\$") + "```");
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(readme, wanted);
        }
        assertThat(Files.readString(readme)).isEqualTo(wanted);
    }
}
