package dev.egresso.cli;

import dev.egresso.rollout.ShellWord;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * All that a command may touch outside of itself.
 *
 * @param person whether a person sits at both ends of the streams; asked only where it matters, since it takes a while
 */
record World(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        Path home,
        String os,
        Clock clock,
        BooleanSupplier person) {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int NOT_SHOWN = 0xfffd;

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** What a person calls this program by, as a shell takes it. */
    String program() {
        return ShellWord.quoted(variable("EGRESSO_COMMAND").orElse("egresso"));
    }

    /** The file of a name as a person gives it. @throws Refusal for a text that no file here can have as its name */
    Path file(String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException impossible) {
            throw new Refusal(Exit.BAD_INPUT, "No file can be called " + name + " here.");
        }
    }

    boolean interactive() {
        return person.getAsBoolean();
    }

    /** Who is at work, by the name of the account; a container may run under a number that has none. */
    String user() {
        return variable("USER")
                .or(() -> variable("USERNAME"))
                .or(() -> Optional.of(System.getProperty("user.name", "?")).filter(name -> !name.equals("?")))
                .orElse("somebody");
    }

    /** Talk, a row at a time. What came from outside may stand in it: a terminal shows it and obeys nothing. */
    void say(String row) {
        err.println(shown(row));
    }

    /** The text with a sign for each character that a terminal would obey, or that would turn or hide others. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shown.appendCodePoint(shown(point)));
        return shown.toString();
    }

    private static int shown(int point) {
        if (point < ' ') {
            return CONTROL_PICTURES + point;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> NOT_SHOWN;
            default -> point;
        };
    }
}
