package dev.egresso.cli;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Surroundings;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.wizard.OpenedWords;
import dev.egresso.wizard.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/**
 * One route of the files that {@code --from} names, with the answers of the command line over those of the files.
 *
 * @param opened as it was read
 * @param outcome whose changes are whole
 */
record ChangedFiles(OpenedSet opened, Outcome outcome) {

    /** @throws Refusal where files cannot be read, hold no such route, or cannot be changed in this way */
    static ChangedFiles of(ParseResult parsed, Bundled bundled) {
        if (parsed.hasMatchedOption("--preset")) {
            throw new Refusal(Exit.USAGE, "--preset does not go with --from. Files and a preset are two beginnings.");
        }
        List<String> names = parsed.matchedOptionValue(OpenedFiles.FROM, List.<String>of());
        OpenedSet opened = OpenedFiles.read(names, bundled.world())
                .chosen(Optional.ofNullable(parsed.matchedOptionValue(OpenedFiles.ROUTE, null)));
        Answers now = AnswerFlags.of(Flags.of(parsed), bundled, opened.answers());
        Outcome outcome = Outcome.of(now, Surroundings.unknown(), opened);
        if (outcome.draft().isEntryFound() && now.text(FieldId.SERVICE_ENTRY).isEmpty()) {
            throw WantedSet.undecided(outcome.draft(), Exit.BAD_INPUT, bundled);
        }
        refuseUnfinished(opened, outcome.draft(), outcome.edited().orElseThrow(), bundled);
        return new ChangedFiles(opened, outcome);
    }

    /** What was wrong in the files before is not held against a change. */
    private static void refuseUnfinished(OpenedSet opened, Draft draft, EditedSet edited, Bundled bundled) {
        List<Problem> worse = Outcome.newErrors(opened, draft);
        if (!worse.isEmpty()) {
            throw new Refusal(
                    Exit.BAD_INPUT,
                    worse.stream()
                            .map(problem -> Sentences.of(problem, bundled))
                            .toArray(String[]::new));
        }
        OpenedWords words = new OpenedWords(bundled.screens());
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
}
