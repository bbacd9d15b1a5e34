package dev.egresso.cli;

import dev.egresso.mesh.Severity;
import dev.egresso.plain.PlainText;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.wizard.OpenedWords;
import dev.egresso.wizard.Outcome;
import dev.egresso.wizard.YamlRows;
import picocli.CommandLine.ParseResult;

/**
 * {@code egresso render --from}: files with the changed answers in them, to stdout, or back into the files. What no answer
 * feeds stays as it is to the last byte.
 */
final class RenderFrom {
    private final ParseResult parsed;
    private final Bundled bundled;
    private final World world;
    private final OpenedWords words;

    private RenderFrom(ParseResult parsed, Bundled bundled) {
        this.parsed = parsed;
        this.bundled = bundled;
        this.world = bundled.world();
        this.words = new OpenedWords(bundled.screens());
    }

    static int run(ParseResult parsed, Bundled bundled) {
        return new RenderFrom(parsed, bundled).run();
    }

    private int run() {
        refuse("-o", "The files are printed as they are.");
        refuse("--comments", "The comments of the files are kept as they are.");
        refuse("--layout", "Each file keeps what it holds.");
        ChangedFiles files = ChangedFiles.of(parsed, bundled);
        OpenedSet opened = files.opened();
        Outcome outcome = files.outcome();
        EditedSet edited = outcome.edited().orElseThrow();
        if (parsed.hasMatchedOption("--save")) {
            saveElsewhere(opened, edited);
        } else if (parsed.hasMatchedOption("--overwrite")) {
            saveBack(opened, edited);
        } else {
            print(edited);
        }
        talk(opened, outcome, edited);
        return Exit.DONE;
    }

    private void refuse(String option, String why) {
        if (parsed.hasMatchedOption(option)) {
            throw new Refusal(Exit.USAGE, option + " does not go with --from. " + why);
        }
    }

    /** One text to the last byte; several with the mark between documents where it is not there. */
    private void print(EditedSet edited) {
        StringBuilder all = new StringBuilder();
        for (String text : edited.texts().values()) {
            boolean mark = !all.isEmpty() && !text.startsWith("---");
            all.append(mark && all.charAt(all.length() - 1) != '\n' ? "\n" : "")
                    .append(mark ? "---\n" : "")
                    .append(text);
        }
        if (Look.isColoured(parsed, world)) {
            PlainText plain = new PlainText(true);
            YamlRows.of(all.toString()).stream().map(plain::of).forEach(world.out()::println);
        } else {
            world.out().print(all);
        }
        world.out().flush();
    }

    private void saveBack(OpenedSet opened, EditedSet edited) {
        if (opened.texts().containsKey("-")) {
            throw new Refusal(Exit.USAGE, "What was read from stdin cannot be written back.", "Leave out --overwrite.");
        }
        SaveFiles files = new SaveFiles(bundled);
        files.said(files.saveBack(opened, edited));
    }

    private void saveElsewhere(OpenedSet opened, EditedSet edited) {
        if (opened.texts().size() != 1) {
            throw new Refusal(
                    Exit.USAGE,
                    "--save takes the text of one file, and here are "
                            + opened.texts().size() + ".");
        }
        String text = edited.texts().values().iterator().next();
        SaveFiles files = new SaveFiles(bundled);
        files.said(files.save(text, parsed.matchedOptionValue("--save", ""), parsed.hasMatchedOption("--overwrite")));
    }

    private void talk(OpenedSet opened, Outcome outcome, EditedSet edited) {
        words.of(edited.changes()).forEach(world::say);
        words.emptied(opened, edited).forEach(world::say);
        outcome.concerns().stream()
                .filter(concern ->
                        concern.problem().isPresent() || concern.severity().atLeast(Severity.WARNING))
                .forEach(concern -> world.say(Sentences.of(concern, bundled)));
    }
}
