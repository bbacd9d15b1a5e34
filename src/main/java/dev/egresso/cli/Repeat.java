package dev.egresso.cli;

import dev.egresso.mesh.Answers;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.rollout.ShellWord;
import dev.egresso.rollout.Site;
import java.util.Optional;

/** The command line that does again what was done, for any POSIX shell. */
final class Repeat {
    private Repeat() {}

    /** {@code egresso render} with a flag for each answer. @param program as a shell takes it */
    static String command(String program, Answers answers) {
        return with(program + " render", answers);
    }

    /** {@code egresso apply} to a context, of a set whose answers come from files if they do. */
    static String applying(String program, String context, Optional<OpenedSet> opened, Answers answers) {
        return opened.map(set -> changing(program + " apply" + to(context), set, answers))
                .orElseGet(() -> with(program + " apply" + to(context), answers));
    }

    /** The command that prints a set, whose answers come from files if they do. */
    static String printing(String program, Optional<OpenedSet> opened, Answers answers) {
        return opened.map(set -> printing(program, set, answers)).orElseGet(() -> command(program, answers));
    }

    /** {@code egresso render --from} to stdout. */
    static String printing(String program, OpenedSet opened, Answers answers) {
        return changing(program + " render", opened, answers);
    }

    /** {@code egresso undo} of a receipt. */
    static String undoing(String program, String context, String receipt) {
        return program + " undo" + to(context) + " " + receipt;
    }

    /** The account of a pod is no context that could be named. */
    private static String to(String context) {
        return context.equals(Site.IN_CLUSTER) ? "" : " --context " + ShellWord.quoted(context);
    }

    private static String with(String begun, Answers answers) {
        StringBuilder command = new StringBuilder(begun);
        answers.withoutCredentials()
                .asMap()
                .forEach((field, text) ->
                        command.append(" --").append(field).append(' ').append(ShellWord.quoted(text.strip())));
        return command.toString();
    }

    /** {@code egresso render --from} with a flag for each answer that was changed; an empty one takes an answer away. */
    static String command(String program, OpenedSet opened, Answers answers) {
        return printing(program, opened, answers) + " --overwrite";
    }

    private static String changing(String begun, OpenedSet opened, Answers answers) {
        StringBuilder command = new StringBuilder(begun).append(" --from");
        opened.texts().keySet().forEach(name -> command.append(' ').append(ShellWord.quoted(name)));
        command.append(" --route ").append(ShellWord.quoted(opened.route().id()));
        Answers harmless = answers.withoutCredentials();
        opened.changed(answers).forEach(field -> command.append(" --")
                .append(field)
                .append(' ')
                .append(ShellWord.quoted(harmless.text(field).orElse("").strip())));
        return command.toString();
    }
}
