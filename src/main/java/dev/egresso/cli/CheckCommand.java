package dev.egresso.cli;

import dev.egresso.check.Checks;
import dev.egresso.check.Finding;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.Surroundings;
import dev.egresso.plain.FindingsJson;
import dev.egresso.plain.PlainText;
import dev.egresso.wizard.FindingRows;
import dev.egresso.wizard.Mending;
import dev.egresso.wizard.Said;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso check}: what there is to say about resources in files. */
final class CheckCommand {
    private static final String ASSUME = "--assume";
    private static final String FAIL_ON = "--fail-on";
    private static final String NEVER = "never";
    private static final String FIX = "--fix";
    private static final String YES = "--yes";

    private CheckCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        spec.addPositional(ResourceFiles.positional());
        spec.addOption(Egresso.option("-o", "FORM", "text, json or sarif. Default text."));
        spec.addOption(Egresso.option(
                FAIL_ON, "WORD", "Exit 79 from this weight on: error, warning, info or never. Default error."));
        spec.addOption(Egresso.flag(
                FIX,
                "Show the difference that mending makes, where only one mend makes sense. Of stdin the mended text goes"
                        + " to stdout, and all else to stderr."));
        spec.addOption(Egresso.flag(YES, "With --fix: write it."));
        spec.addOption(OptionSpec.builder(ASSUME)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("K=V")
                .description(Assumptions.HELP)
                .build());
        spec.addOption(Look.colorOption());
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        World world = bundled.world();
        String form = parsed.matchedOptionValue("-o", "text");
        if (!List.of("text", "json", "sarif").contains(form)) {
            throw new Refusal(Exit.USAGE, "-o takes text, json or sarif, not " + form + ".");
        }
        if (parsed.hasMatchedOption(YES) && !parsed.hasMatchedOption(FIX)) {
            throw new Refusal(Exit.USAGE, YES + " goes with " + FIX + ", which mends.");
        }
        Optional<Severity> failing = failing(parsed.matchedOptionValue(FAIL_ON, "error"));
        List<String> names = parsed.matchedPositionalValue(0, List.of());
        if (names.isEmpty()) {
            throw new Refusal(Exit.USAGE, "Which files? Name some, or a folder, or - for stdin.");
        }
        Surroundings surroundings = Assumptions.of(parsed.matchedOptionValue(ASSUME, List.<String>of()));
        ResourceFiles files = ResourceFiles.read(names, world);
        List<Finding> findings =
                Checks.of(files.set().manifests(), surroundings.with(files.set().neighbours()));
        if (parsed.hasMatchedOption(FIX)) {
            findings = mend(form, findings, files, surroundings, parsed, bundled);
        } else {
            world.out().print(text(form, findings, files, parsed, bundled));
        }
        files.talk(world);
        if (!files.set().faults().isEmpty()) {
            return Exit.BAD_INPUT;
        }
        boolean fails = failing.isPresent()
                && findings.stream().anyMatch(finding -> finding.severity().atLeast(failing.get()));
        return fails ? Exit.FINDINGS : Exit.DONE;
    }

    /** What stays, as the files stand in the end. */
    private static List<Finding> mend(
            String form,
            List<Finding> before,
            ResourceFiles files,
            Surroundings surroundings,
            ParseResult parsed,
            Bundled bundled) {
        World world = bundled.world();
        Mending mending = Mending.of(files.set(), surroundings);
        MendFiles mend = new MendFiles(files, mending, bundled);
        boolean written = parsed.hasMatchedOption(YES) || files.isStdinOnly();
        if (written) {
            mend.write();
        }
        List<Finding> left = written ? mending.findings() : before;
        boolean data = !form.equals("text") || files.hasStdin();
        PrintStream talk = data ? world.err() : world.out();
        mend.show(written, talk, new PlainText(!data && Look.isColoured(parsed, world)));
        mend.stdin().ifPresent(world.out()::print);
        ResourceFiles after = files.with(mending.after());
        if (!form.equals("text") && !files.hasStdin()) {
            world.out().print(text(form, left, after, parsed, bundled));
        } else if (written) {
            talk.print(text(form, left, after, parsed, bundled));
        }
        world.say(mend.summary(written));
        return left;
    }

    private static Optional<Severity> failing(String word) {
        if (word.equals(NEVER)) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(Severity.values())
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(Exit.USAGE, FAIL_ON + " takes error, warning, info or never, not " + word + ".")));
    }

    private static String text(
            String form, List<Finding> findings, ResourceFiles files, ParseResult parsed, Bundled bundled) {
        if (form.equals("text")) {
            PlainText plain = new PlainText(Look.isColoured(parsed, bundled.world()));
            StringBuilder text = new StringBuilder();
            FindingRows.of(findings, files.set(), files.count(), bundled.screens())
                    .forEach(row -> text.append(plain.of(row)).append('\n'));
            return text.toString();
        }
        List<Said> said = findings.stream()
                .map(finding -> Said.of(finding, bundled.screens().words()))
                .toList();
        return form.equals("json") ? FindingsJson.array(said) : FindingsJson.sarif(said, Egresso.version());
    }
}
