package dev.egresso.cli;

import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.ParseResult;

/** The commands, each with what it is for. */
enum Command {
    WIZARD("wizard", "Ask, show and explain the resources, and save them.", WizardCommand::spec, WizardCommand::run),
    RENDER(
            "render",
            "Write the resources for answers given as flags, file or preset.",
            RenderCommand::spec,
            RenderCommand::run),
    DIFF("diff", "Show what applying would change in a cluster.", DiffCommand::spec, DiffCommand::run),
    APPLY("apply", "Apply the resources to a cluster, all or nothing.", ApplyCommand::spec, ApplyCommand::run),
    UNDO("undo", "Take back what was applied.", UndoCommand::spec, UndoCommand::run),
    STATUS(
            "status",
            "List what was applied where, and whether it changed since.",
            StatusCommand::spec,
            StatusCommand::run),
    PROVE(
            "prove",
            "See whether what was applied stands, and works from a pod as foretold.",
            ProveCommand::spec,
            ProveCommand::run),
    CHECK(
            "check",
            "Hold resources in files against the rules of Istio, alone and together.",
            CheckCommand::spec,
            CheckCommand::run),
    EXPLAIN(
            "explain",
            "Say what a field, a rule or a term means, or what each line of a file does.",
            ExplainCommand::spec,
            ExplainCommand::run),
    TRACE("trace", "Walk one request through the resources, hop by hop.", TraceCommand::spec, TraceCommand::run),
    DOCTOR(
            "doctor",
            "Name the likely causes of a symptom: a log line, an error, a status.",
            DoctorCommand::spec,
            DoctorCommand::run),
    PROBE(
            "probe",
            "Ask the external service itself: DNS, TLS, certificate, answer, redirects.",
            ProbeCommand::spec,
            ProbeCommand::run),
    PRESETS("presets", "List the ready answers, or show one.", PresetsCommand::spec, PresetsCommand::run);

    /** Fills the options of a command. */
    interface Spec {
        picocli.CommandLine.Model.CommandSpec build(picocli.CommandLine.Model.CommandSpec empty, Bundled bundled);
    }

    private final String word;
    private final String summary;
    private final Spec spec;
    private final BiFunction<ParseResult, Bundled, Integer> action;

    Command(String word, String summary, Spec spec, BiFunction<ParseResult, Bundled, Integer> action) {
        this.word = word;
        this.summary = summary;
        this.spec = spec;
        this.action = action;
    }

    String word() {
        return word;
    }

    String summary() {
        return summary;
    }

    Spec spec() {
        return spec;
    }

    int run(ParseResult parsed, Bundled bundled) {
        return action.apply(parsed, bundled);
    }

    static Optional<Command> named(String word) {
        for (Command command : values()) {
            if (command.word.equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
