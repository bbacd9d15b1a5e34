package dev.egresso.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso wizard}. */
final class WizardCommand {
    private WizardCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        AnswerFlags.addTo(spec, bundled);
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        return Exit.DONE;
    }
}
