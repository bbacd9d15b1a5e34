package dev.egresso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import dev.egresso.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a command came to: run as its own process from the packaged jar, as a shell or a build would. */
public record CommandResult(String commandLine, int exit, String out, String err) {
    private static final Path JAR = Path.of("target/egresso.jar").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Runs it in a folder of its own, with nothing in the environment and nothing on stdin. */
    public static CommandResult egresso(String... arguments) {
        try (TempFolder folder = TempFolder.create()) {
            return in(folder).run(arguments);
        }
    }

    public static Run in(TempFolder folder) {
        return new Run(folder, new LinkedHashMap<>(), "");
    }

    /** How the program is started from the packaged jar. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.console=java.base",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The surroundings of a command. */
    public record Run(TempFolder folder, Map<String, String> environment, String stdin) {
        public Run with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(environment);
            more.put(name, value);
            return new Run(folder, more, stdin);
        }

        public Run stdin(String text) {
            return new Run(folder, environment, text);
        }

        public CommandResult run(String... arguments) {
            return run(command(arguments));
        }

        /** Runs any command, a shell with pipes for example. */
        public CommandResult run(List<String> command) {
            folder.write("stdin.txt", stdin);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.path().toFile())
                    .redirectInput(folder.file("stdin.txt").toFile())
                    .redirectOutput(folder.file("stdout.txt").toFile())
                    .redirectError(folder.file("stderr.txt").toFile());
            builder.environment().clear();
            builder.environment().put("PATH", System.getenv("PATH"));
            builder.environment().put("HOME", folder.path().toString());
            builder.environment().put("TERM", "xterm-256color");
            builder.environment().putAll(environment);
            try {
                Process process = builder.start();
                boolean ended = process.waitFor(Wait.PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
                process.destroyForcibly();
                assertThat(ended).as(() -> command + " ends by itself").isTrue();
                return new CommandResult(
                        String.join(" ", command),
                        process.exitValue(),
                        new String(folder.bytes("stdout.txt"), UTF_8),
                        new String(folder.bytes("stderr.txt"), UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public CommandResult succeeds() {
        return exits(0);
    }

    public CommandResult exits(int code) {
        assertThat(exit).as(this::toString).isEqualTo(code);
        return this;
    }

    /** Its talk, on stderr. */
    public CommandResult says(String... texts) {
        assertThat(err).as(this::toString).contains(texts);
        return this;
    }

    /** Its data, on stdout. */
    public CommandResult prints(String... texts) {
        assertThat(out).as(this::toString).contains(texts);
        return this;
    }

    public CommandResult printsNothing() {
        assertThat(out).as(this::toString).isEmpty();
        return this;
    }

    /** Nothing that a terminal would obey is written, whatever came in. */
    public CommandResult isHarmless() {
        assertThat(Stream.of(out, err)).as(this::toString).allSatisfy(text -> assertThat(
                        text.codePoints().filter(CommandResult::isObeyed))
                .isEmpty());
        return this;
    }

    private static boolean isObeyed(int point) {
        return Character.isISOControl(point) && point != '\n'
                || point >= 0x202a && point <= 0x202e
                || point >= 0x2066 && point <= 0x2069;
    }

    @Override
    public String toString() {
        return shortened(commandLine) + "\nexit " + exit + "\n--- stdout\n" + shortened(out) + "\n--- stderr\n"
                + shortened(err);
    }

    private static String shortened(String text) {
        return text.length() < 4_000 ? text : text.substring(0, 4_000) + " and so on";
    }
}
