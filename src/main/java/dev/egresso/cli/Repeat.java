package dev.egresso.cli;

import dev.egresso.mesh.Answers;
import dev.egresso.reopen.OpenedSet;

/** The command line that does again what was done, for any POSIX shell. */
final class Repeat {
    private Repeat() {}

    /** {@code egresso render} with a flag for each answer. @param program as a shell takes it */
    static String command(String program, Answers answers) {
        StringBuilder command = new StringBuilder(program).append(" render");
        answers.withoutCredentials()
                .asMap()
                .forEach((field, text) ->
                        command.append(" --").append(field).append(' ').append(quoted(text.strip())));
        return command.toString();
    }

    /** {@code egresso render --from} with a flag for each answer that was changed; an empty one takes an answer away. */
    static String command(String program, OpenedSet opened, Answers answers) {
        StringBuilder command = new StringBuilder(program).append(" render --from");
        opened.texts().keySet().forEach(name -> command.append(' ').append(quoted(name)));
        command.append(" --route ").append(quoted(opened.route().id()));
        Answers harmless = answers.withoutCredentials();
        opened.changed(answers).forEach(field -> command.append(" --")
                .append(field)
                .append(' ')
                .append(quoted(harmless.text(field).orElse("").strip())));
        return command.append(" --overwrite").toString();
    }

    /** A word that a POSIX shell takes for exactly this text. */
    static String quoted(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
