package dev.egresso.cli;

import dev.egresso.check.Rule;
import dev.egresso.check.Rules;
import dev.egresso.explain.FieldNames;
import dev.egresso.plain.PlainText;
import dev.egresso.schema.Nearest;
import dev.egresso.screens.Screens;
import dev.egresso.screens.Words;
import dev.egresso.terminal.TextWidth;
import dev.egresso.wizard.ExplainedField;
import dev.egresso.wizard.ExplainedFile;
import dev.egresso.wizard.ExplainedWord;
import dev.egresso.wizard.Measure;
import dev.egresso.wizard.Styled;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso explain}: a field, a rule, a term, or a file line by line. */
final class ExplainCommand {
    /** No rule has an id as long as this. */
    private static final int LONGEST = 100;

    private static final Measure MEASURE = TextWidth::of;

    private final Bundled bundled;
    private final Screens screens;

    private ExplainCommand(Bundled bundled) {
        this.bundled = bundled;
        this.screens = bundled.screens();
    }

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("FIELD-PATH|FILE")
                .description(
                        "A field such as vs.spec.http.rewrite, the id of a rule, a term; or files, folders, or - for"
                                + " stdin.")
                .build());
        spec.addOption(Look.colorOption());
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        ExplainCommand command = new ExplainCommand(bundled);
        List<String> asked = parsed.matchedPositionalValue(0, List.of());
        PlainText plain = new PlainText(Look.isColoured(parsed, bundled.world()));
        if (asked.isEmpty()) {
            return print(ExplainedWord.kinds(command.screens, MEASURE), plain, bundled);
        }
        if (asked.stream().anyMatch(command::isFile)) {
            return command.files(asked, plain);
        }
        List<Styled> rows = new ArrayList<>();
        for (String text : asked) {
            if (!rows.isEmpty()) {
                rows.add(Styled.empty());
            }
            rows.addAll(command.said(text));
        }
        return print(rows, plain, bundled);
    }

    private static int print(List<Styled> rows, PlainText plain, Bundled bundled) {
        rows.forEach(row -> bundled.world().out().println(plain.of(row)));
        return Exit.DONE;
    }

    /** Something that is there, or that can only be meant as a file. */
    private boolean isFile(String text) {
        try {
            return text.equals("-")
                    || text.matches(".*\\.(?:ya?ml|json)")
                    || Files.exists(bundled.world().folder().resolve(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private int files(List<String> names, PlainText plain) {
        World world = bundled.world();
        ResourceFiles files = ResourceFiles.read(names, world);
        print(ExplainedFile.of(files.set(), screens, MEASURE), plain, bundled);
        files.talk(world);
        return files.set().faults().isEmpty() ? Exit.DONE : Exit.BAD_INPUT;
    }

    /** @throws Refusal with what is spelled alike, for a text that means nothing or more than one thing */
    private List<Styled> said(String text) {
        FieldNames names = new FieldNames(screens.explanations());
        Optional<List<Styled>> word = word(text);
        if (word.isPresent()) {
            return word.get();
        }
        List<String> found = names.find(text);
        if (found.size() == 1) {
            return ExplainedField.of(found.get(0), screens, MEASURE);
        }
        if (found.isEmpty()) {
            throw new Refusal(
                    Exit.BAD_INPUT,
                    refusal("There is nothing called " + text + ".", "Spelled alike:", near(text, names)));
        }
        throw new Refusal(Exit.BAD_INPUT, refusal(text + " is more than one field.", "Ask for one of:", found));
    }

    private static String[] refusal(String what, String list, List<String> paths) {
        Stream<String> tail = paths.isEmpty()
                ? Stream.of("egresso explain lists the kinds and how to ask.")
                : Stream.concat(
                        Stream.of(list), paths.stream().limit(12).map(path -> "  egresso explain '" + path + "'"));
        return Stream.concat(Stream.of(what), tail).toArray(String[]::new);
    }

    private List<String> near(String text, FieldNames names) {
        return Stream.concat(
                        Rules.all().stream()
                                .map(Rule::id)
                                .filter(id -> text.length() < LONGEST && Nearest.distance(id, text) <= 2),
                        names.near(text).stream())
                .toList();
    }

    /** A rule or a term; a term in any case. */
    private Optional<List<Styled>> word(String text) {
        if (Rules.all().stream().anyMatch(rule -> rule.id().equals(text))) {
            return Optional.of(ExplainedWord.rule(text, screens, MEASURE));
        }
        Words.Sentence problem = screens.words().rules().get(text);
        if (problem != null) {
            return Optional.of(ExplainedWord.problem(text, problem, screens, MEASURE));
        }
        return screens.glossary().entrySet().stream()
                .filter(term -> term.getKey().equalsIgnoreCase(text))
                .findFirst()
                .map(this::term);
    }

    private List<Styled> term(Map.Entry<String, String> term) {
        return ExplainedWord.term(term.getKey(), term.getValue(), screens, MEASURE);
    }
}
