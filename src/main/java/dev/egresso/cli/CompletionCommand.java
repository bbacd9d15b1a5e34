package dev.egresso.cli;

import dev.egresso.check.Rule;
import dev.egresso.check.Rules;
import dev.egresso.explain.FieldNames;
import dev.egresso.screens.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code egresso completion bash|zsh|fish}: a script with all words in it, so that a shell asks nobody while a person
 * waits. Fields are offered one level at a time.
 */
final class CompletionCommand {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._+-]+");
    /** The words that a flag takes, where they are not the answers to a question. */
    private static final Map<String, String> WORDS = Map.of(
            "check -o", "text json sarif",
            "check --fail-on", "error warning info never",
            "render -o", "yaml json",
            "trace -o", "text json",
            "status -o", "text json",
            "render --layout", "file split kustomize");

    private CompletionCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        return spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .type(String.class)
                .paramLabel("SHELL")
                .description("bash, zsh or fish; what is printed is for its start file to read.")
                .build());
    }

    static int run(ParseResult parsed, Bundled bundled) {
        String shell = parsed.matchedPositionalValue(0, "");
        if (!SHELLS.contains(shell)) {
            throw new Refusal(Exit.USAGE, "There is a completion for bash, zsh and fish, not for " + shell + ".");
        }
        bundled.world().out().print(script(shell, bundled));
        return Exit.DONE;
    }

    private static String script(String shell, Bundled bundled) {
        return template(shell.equals("fish") ? "fish" : "bash")
                .replace("@commands@", words(Arrays.stream(Command.values()).map(Command::word)))
                .replace("@flags@", String.join("\n", flags(bundled)))
                .replace("@values@", String.join("\n", values(bundled)))
                .replace("@presets@", words(bundled.presets().keySet().stream()))
                .replace("@rules@", words(Rules.all().stream().map(Rule::id)))
                .replace("@fields@", words(new FieldNames(bundled.screens().explanations()).spelled().stream()));
    }

    private static String words(Stream<String> words) {
        return words.filter(word -> HARMLESS.matcher(word).matches()).collect(Collectors.joining(" "));
    }

    /** One row for each command: its name, then its flags. */
    private static List<String> flags(Bundled bundled) {
        return Arrays.stream(Command.values())
                .map(command -> command.word() + " "
                        + String.join(
                                " ",
                                names(command.spec()
                                        .build(CommandSpec.create(), bundled)
                                        .options()))
                        + " --help")
                .toList();
    }

    private static List<String> names(Collection<OptionSpec> options) {
        return options.stream().map(OptionSpec::longestName).toList();
    }

    /** One row for each flag with words of its own: the command or a star, the flag, the words. */
    private static List<String> values(Bundled bundled) {
        List<String> rows = new ArrayList<>();
        for (Question question : bundled.screens().questions()) {
            if (question.isChoice()) {
                rows.add("* --" + question.field().id() + " "
                        + words(question.choices().stream().map(Question.Choice::value)));
            }
        }
        rows.add("* --preset " + words(bundled.presets().keySet().stream()));
        rows.add("* --color auto always never");
        WORDS.forEach((flag, words) -> rows.add(flag + " " + words));
        return rows.stream().sorted().toList();
    }

    private static String template(String name) {
        try (InputStream in = CompletionCommand.class.getResourceAsStream("completion." + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
