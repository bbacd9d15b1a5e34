package dev.egresso.cli;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.Problem;
import dev.egresso.mesh.Surroundings;
import dev.egresso.plain.JsonText;
import dev.egresso.wizard.Document;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso render}: the resources on stdout, what there is to say about them on stderr. */
final class RenderCommand {
    private RenderCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        AnswerFlags.addTo(spec, bundled);
        spec.addOption(Egresso.option("-o", "FORM", "yaml or json. Default yaml."));
        spec.addOption(Egresso.flag("--comments", "Put the meaning above each field."));
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        Answers answers = AnswerFlags.of(parsed, bundled);
        Draft draft = Draft.of(answers, Surroundings.unknown());
        Bundle bundle = bundle(draft, bundled);
        String form = parsed.matchedOptionValue("-o", "yaml");
        boolean comments = parsed.hasMatchedOption("--comments");
        if (!form.equals("yaml") && !form.equals("json")) {
            throw new Refusal(Exit.USAGE, "-o takes yaml or json, not " + form + ".");
        }
        if (comments && form.equals("json")) {
            throw new Refusal(Exit.USAGE, "JSON has no comments.", "Leave out --comments, or take -o yaml.");
        }
        List<Document> documents = comments ? Document.commented(bundle, bundled.screens()) : Document.of(bundle);
        bundled.world().out().print(form.equals("json") ? JsonText.of(bundle.manifests()) : text(documents));
        talk(draft, documents.size(), bundled);
        return Exit.DONE;
    }

    private static String text(List<Document> documents) {
        return documents.stream().map(Document::text).collect(Collectors.joining("---\n"));
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

    private static void talk(Draft draft, int documents, Bundled bundled) {
        bundled.world().say(documents == 1 ? "1 document" : documents + " documents");
        draft.problems().forEach(problem -> bundled.world().say(Sentences.of(problem, bundled)));
    }
}
