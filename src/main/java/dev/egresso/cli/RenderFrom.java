package dev.egresso.cli;

import dev.egresso.files.FileDifference;
import dev.egresso.files.Refused;
import dev.egresso.files.SaveResult;
import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.Surroundings;
import dev.egresso.plain.PlainText;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.wizard.OpenedWords;
import dev.egresso.wizard.Outcome;
import dev.egresso.wizard.YamlRows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        refuse("--preset", "Files and a preset are two beginnings.");
        List<String> names = parsed.matchedOptionValue(OpenedFiles.FROM, List.<String>of());
        OpenedSet opened = OpenedFiles.read(names, world)
                .chosen(Optional.ofNullable(parsed.matchedOptionValue(OpenedFiles.ROUTE, null)));
        Answers now = AnswerFlags.of(Flags.of(parsed), bundled, opened.answers());
        Outcome outcome = Outcome.of(now, Surroundings.unknown(), opened);
        EditedSet edited = outcome.edited().orElseThrow();
        refuseUnfinished(opened, outcome.draft(), edited);
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

    /** What was wrong in the files before is not held against a change. */
    private void refuseUnfinished(OpenedSet opened, Draft draft, EditedSet edited) {
        List<Problem> worse = Outcome.newErrors(opened, draft);
        if (!worse.isEmpty()) {
            throw new Refusal(
                    Exit.BAD_INPUT,
                    worse.stream()
                            .map(problem -> Sentences.of(problem, bundled))
                            .toArray(String[]::new));
        }
        if (!edited.refusals().isEmpty()) {
            throw new Refusal(
                    Exit.BAD_INPUT,
                    edited.refusals().stream().map(refusal -> words.of(refusal)).toArray(String[]::new));
        }
        if (edited.changes().hasHoles()) {
            String flags = draft.missing().stream()
                    .map(FieldId::id)
                    .map(id -> "--" + id)
                    .collect(Collectors.joining(", "));
            throw new Refusal(Exit.USAGE, "What is to be changed needs another answer: " + flags + ".");
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
        said(new SaveFiles(bundled).saveBack(opened, edited));
    }

    private void saveElsewhere(OpenedSet opened, EditedSet edited) {
        if (opened.texts().size() != 1) {
            throw new Refusal(
                    Exit.USAGE,
                    "--save takes the text of one file, and here are "
                            + opened.texts().size() + ".");
        }
        String text = edited.texts().values().iterator().next();
        said(new SaveFiles(bundled)
                .save(text, parsed.matchedOptionValue("--save", ""), parsed.hasMatchedOption("--overwrite")));
    }

    private void said(SaveResult result) {
        SaveFiles files = new SaveFiles(bundled);
        if (result instanceof SaveResult.Differs differs) {
            for (FileDifference file : differs.files()) {
                SaveFiles.unified(file, files.shown(file.path())).lines().forEach(world::say);
            }
            throw new Refusal(
                    Exit.CANNOT_WRITE,
                    "Nothing was written: what is there says something else, as shown.",
                    "--overwrite puts the new text in its place.");
        }
        if (result instanceof Refused refused) {
            throw new Refusal(Exit.CANNOT_WRITE, SaveFiles.why(refused, bundled.screens()));
        }
        SaveResult.Saved saved = (SaveResult.Saved) result;
        saved.written().forEach(path -> world.say("Saved " + files.shown(path) + "."));
        saved.unchanged().forEach(path -> world.say(files.shown(path) + " says the same already."));
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
