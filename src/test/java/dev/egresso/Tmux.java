package dev.egresso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A program in a real terminal: tmux, with a server of its own that nobody sees. Keys go in as a person would press them,
 * the screen comes out as a person would see it. Every wait has an end, and what was on the screen is told when it is
 * reached.
 */
public final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long GLANCE_MILLIS = 20;

    private final String socket = "egresso-test-" + UUID.randomUUID();
    private final Path folder;
    private boolean gone;

    private Tmux() {
        try {
            folder = Files.createTempDirectory("egresso-tmux");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a program; when it ends, the terminal stays, with what the program left on it. */
    public static Tmux start(List<String> command, int columns, int rows, Map<String, String> environment) {
        Tmux tmux = new Tmux();
        String quoted = String.join(" ", command.stream().map(Tmux::quoted).toList());
        String script =
                """
                cd %1$s
                printf '%%s\\n' 'the shell before'
                stty -g > before
                sh -c 'echo $$ > pid; exec "$@"' sh %2$s
                echo $? > ended.new
                stty -g > after
                mv ended.new ended
                printf '%%s\\n' 'the shell after'
                exec cat > leftover
                """
                        .formatted(quoted(tmux.folder.toString()), quoted);
        tmux.open(columns, rows, environment, "sh", "-c", script);
        return tmux;
    }

    /** Starts an interactive shell, for what only a shell with job control can do. */
    public static Tmux shell(int columns, int rows, Map<String, String> environment) {
        Tmux tmux = new Tmux();
        tmux.open(columns, rows, environment, "env", "PS1=ready> ", "bash", "--norc", "--noprofile", "-i");
        tmux.waitFor("ready>");
        return tmux;
    }

    /** Skips the test, with the reason, where there is no tmux. */
    public static void assumeInstalled() {
        boolean installed;
        try {
            Process process =
                    new ProcessBuilder("tmux", "-V").redirectErrorStream(true).start();
            installed = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            installed = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assumeTrue(installed, "tmux is not installed: apt-get install tmux");
    }

    private void open(int columns, int rows, Map<String, String> environment, String... command) {
        List<String> arguments = new ArrayList<>(List.of("new-session", "-d", "-x", "" + columns, "-y", "" + rows));
        environment.forEach((name, value) -> arguments.addAll(List.of("-e", name + "=" + value)));
        arguments.addAll(List.of(command));
        Path settings = folder.resolve("tmux.conf");
        write(
                settings,
                """
                set -g default-terminal tmux-256color
                set -s escape-time 0
                set -s set-clipboard on
                set -g status off
                set -g remain-on-exit on
                """);
        tmuxWith(List.of("-f", settings.toString()), arguments);
    }

    /** Types text, letter by letter, nothing in it being the name of a key. */
    public void type(String text) {
        // tmux takes a semicolon at the end for the end of its own command
        tmux("send-keys", "-l", text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text);
    }

    /** Presses keys by tmux's names: {@code Enter}, {@code C-c}, {@code M-x}, {@code BTab}, {@code Escape}, {@code F1}. */
    public void key(String... names) {
        List<String> arguments = new ArrayList<>(List.of("send-keys"));
        arguments.addAll(List.of(names));
        tmuxWith(List.of(), arguments);
    }

    /** Pastes as a terminal does: in brackets, if the program asked for them. */
    public void paste(String text) {
        Path file = folder.resolve("paste");
        write(file, text);
        tmux("load-buffer", "-b", "paste", file.toString());
        tmux("paste-buffer", "-p", "-d", "-b", "paste");
    }

    public void resize(int columns, int rows) {
        tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
    }

    /** What is on the screen, line by line, without colours. */
    public String screen() {
        return tmux("capture-pane", "-p");
    }

    /** The same with the escape sequences for colours and styles. */
    public String styledScreen() {
        return tmux("capture-pane", "-p", "-e");
    }

    /** One of tmux's own values, such as {@code alternate_on}, {@code cursor_flag}, {@code cursor_x}. */
    public String value(String name) {
        return tmux("display-message", "-p", "#{" + name + "}").strip();
    }

    /** What the program last put on the clipboard, if it did. */
    public String clipboard() {
        return tmux("list-buffers").isEmpty() ? "" : tmux("show-buffer");
    }

    /** From now on keeps every byte that the program writes. */
    public void record() {
        tmux("pipe-pane", "-o", "cat >> " + quoted(recording().toString()));
    }

    /** The bytes written since {@link #record()}. */
    public byte[] recorded() {
        return bytes(recording());
    }

    public void waitFor(String text) {
        waitUntil("'" + text + "' on the screen", () -> screen().contains(text));
    }

    public void waitUntilGone(String text) {
        waitUntil("no '" + text + "' on the screen", () -> !screen().contains(text));
    }

    public void waitForValue(String name, String expected) {
        waitUntil(name + " = " + expected, () -> value(name).equals(expected));
    }

    /** Sends a signal to the program, by name without SIG. */
    public void signal(String name) {
        run(List.of("kill", "-" + name, text("pid")));
    }

    /** Takes the terminal away, as a closed window or a lost connection does. Nothing can be asked of it afterwards. */
    public void hangUp() {
        tmux("kill-server");
        gone = true;
    }

    /** The exit status of the program, as the shell tells it; waits for the end. */
    public int exitStatus() {
        waitUntil("the end of the program", () -> Files.exists(folder.resolve("ended")));
        return Integer.parseInt(text("ended"));
    }

    /** The terminal's modes before the program began, in the form of {@code stty -g}. */
    public String modesBefore() {
        return text("before");
    }

    /** The terminal's modes after the program ended. */
    public String modesAfter() {
        exitStatus();
        return text("after");
    }

    /** A folder that ends with this terminal; the program runs in it. */
    public Path folder() {
        return folder;
    }

    /** Waits until this is so. */
    public void waitUntil(String what, BooleanSupplier happened) {
        waitUntil(() -> what + (gone ? "" : ", but it shows:\n" + screen()), happened);
    }

    private static void waitUntil(Supplier<String> what, BooleanSupplier happened) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(() -> "waited " + PATIENCE.toSeconds() + " s for " + what.get())
                    .isLessThan(deadline);
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            if (!gone) {
                tmux("kill-server");
            }
        } finally {
            delete(folder);
        }
    }

    private Path recording() {
        return folder.resolve("recording");
    }

    private String tmux(String... arguments) {
        return tmuxWith(List.of(), List.of(arguments));
    }

    private String tmuxWith(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-L", socket));
        command.addAll(options);
        command.addAll(arguments);
        return run(command);
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(() -> command + " says: " + output)
                    .isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String file) {
        return new String(bytes(folder.resolve(file)), UTF_8).strip();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
