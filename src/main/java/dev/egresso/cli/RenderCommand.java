package dev.egresso.cli;

import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Severity;
import dev.egresso.mesh.Surroundings;
import dev.egresso.plain.JsonText;
import dev.egresso.plain.PlainText;
import dev.egresso.wizard.CommentedYaml;
import dev.egresso.wizard.Outcome;
import dev.egresso.wizard.SaveSpec;
import dev.egresso.wizard.YamlRows;
import dev.egresso.yaml.Document;
import dev.egresso.yaml.Layout;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso render}: the resources on stdout or in files, what there is to say about them on stderr. */
final class RenderCommand {
    private final ParseResult parsed;
    private final Bundled bundled;
    private final World world;

    private RenderCommand(ParseResult parsed, Bundled bundled) {
        this.parsed = parsed;
        this.bundled = bundled;
        this.world = bundled.world();
    }

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        AnswerFlags.addTo(spec, bundled);
        OpenedFiles.addTo(spec);
        spec.addOption(Egresso.option("-o", "FORM", "yaml or json. Default yaml."));
        spec.addOption(Egresso.flag("--comments", "Put the meaning above each field."));
        spec.addOption(Egresso.option("--save", "PATH", "Write to this file or folder, and nothing to stdout."));
        spec.addOption(Egresso.option("--layout", "WORD", "With --save: file, split or kustomize. Default file."));
        spec.addOption(Egresso.flag(
                "--overwrite",
                "With --save: put it in place of what is there. With --from: write the changes into the files."));
        spec.addOption(Look.colorOption());
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        return parsed.hasMatchedOption(OpenedFiles.FROM)
                ? RenderFrom.run(parsed, bundled)
                : new RenderCommand(parsed, bundled).run();
    }

    private int run() {
        if (parsed.hasMatchedOption(OpenedFiles.ROUTE)) {
            throw new Refusal(Exit.USAGE, "--route goes with --from FILE.");
        }
        String form = parsed.matchedOptionValue("-o", "yaml");
        boolean comments = parsed.hasMatchedOption("--comments");
        boolean saving = parsed.hasMatchedOption("--save");
        boolean json = form.equals("json");
        if (!json && !form.equals("yaml")) {
            throw new Refusal(Exit.USAGE, "-o takes yaml or json, not " + form + ".");
        }
        if (json && (comments || saving)) {
            throw new Refusal(
                    Exit.USAGE,
                    "JSON is written to stdout, and has no comments.",
                    "Leave out -o json, or the other flag.");
        }
        if (!saving && (parsed.hasMatchedOption("--layout") || parsed.hasMatchedOption("--overwrite"))) {
            throw new Refusal(Exit.USAGE, "--layout and --overwrite go with --save PATH.");
        }
        Outcome outcome = Outcome.of(AnswerFlags.of(parsed, bundled), Surroundings.unknown());
        Bundle bundle = bundle(outcome.draft(), bundled);
        if (saving) {
            save(bundle, comments);
        } else {
            world.out().print(json ? JsonText.of(bundle.manifests()) : yaml(documents(bundle, comments, bundled)));
        }
        talk(outcome, bundle.manifests().size());
        return Exit.DONE;
    }

    static List<Document> documents(Bundle bundle, boolean comments, Bundled bundled) {
        return comments
                ? CommentedYaml.of(bundle, bundled.screens())
                : bundle.manifests().stream().map(Document::of).toList();
    }

    private String yaml(List<Document> documents) {
        String text = documents.stream().map(Document::text).collect(Collectors.joining("---\n"));
        PlainText plain = new PlainText(Look.isColoured(parsed, world));
        return YamlRows.of(text).stream().map(plain::of).collect(Collectors.joining("\n", "", "\n"));
    }

    private void save(Bundle bundle, boolean comments) {
        String word = parsed.matchedOptionValue("--layout", Layout.FILE.word());
        Layout layout = Layout.of(word)
                .orElseThrow(
                        () -> new Refusal(Exit.USAGE, "--layout takes file, split or kustomize, not " + word + "."));
        SaveFiles files = new SaveFiles(bundled);
        SaveSpec spec = new SaveSpec(layout, parsed.matchedOptionValue("--save", ""), comments, false);
        files.said(files.save(bundle, spec, parsed.hasMatchedOption("--overwrite"), true));
    }

    /** The resources of a complete draft. @throws Refusal that names what is missing or refused */
    static Bundle bundle(Draft draft, Bundled bundled) {
        List<Problem> refused =
                draft.problems().stream().filter(Problem::isError).toList();
        if (!refused.isEmpty()) {
            throw new Refusal(
                    Exit.BAD_INPUT,
                    refused.stream()
                            .map(problem -> Sentences.of(problem, bundled))
                            .toArray(String[]::new));
        }
        if (!draft.missing().isEmpty()) {
            String flags =
                    draft.missing().stream().map(field -> "--" + field.id()).collect(Collectors.joining(", "));
            throw new Refusal(
                    Exit.USAGE,
                    "An answer is missing: " + flags + ".",
                    "Give it as a flag, in --answers FILE, or begin with --preset NAME.");
        }
        return Bundle.of(draft.route()
                .orElseThrow(() -> new IllegalStateException("nothing missing, nothing refused, and no route")));
    }

    /** How many documents, and what there is to say about them; notes of the checks are left to the wizard. */
    private void talk(Outcome outcome, int documents) {
        world.say(documents == 1 ? "1 document." : documents + " documents.");
        outcome.concerns().stream()
                .filter(concern ->
                        concern.problem().isPresent() || concern.severity().atLeast(Severity.WARNING))
                .forEach(concern -> world.say(Sentences.of(concern, bundled)));
    }
}
