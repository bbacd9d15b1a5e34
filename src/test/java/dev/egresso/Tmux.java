package dev.egresso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A program in a real terminal: tmux, with a server of its own that nobody sees. Keys go in as a person would press them,
 * the screen comes out as a person would see it. Every wait has an end, and what was on the screen is told when it is
 * reached.
 */
public final class Tmux implements AutoCloseable {
    private final TempFolder folder = TempFolder.create();
    private boolean silent;

    private Tmux() {}

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
                        .formatted(quoted(tmux.folder.path().toString()), quoted);
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
        assumeTrue(isInstalled(), "tmux is not installed: apt-get install tmux");
    }

    /** For the condition of a class: {@code @EnabledIf("dev.egresso.Tmux#isInstalled")}. */
    public static boolean isInstalled() {
        try {
            Process process =
                    new ProcessBuilder("tmux", "-V").redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(int columns, int rows, Map<String, String> environment, String... command) {
        List<String> arguments = new ArrayList<>(
                List.of("new-session", "-d", "-c", folder.path().toString(), "-x", "" + columns, "-y", "" + rows));
        environment.forEach((name, value) -> arguments.addAll(List.of("-e", name + "=" + value)));
        arguments.addAll(List.of(command));
        folder.write(
                "tmux.conf",
                """
                set -g default-terminal tmux-256color
                set -s escape-time 0
                set -s set-clipboard on
                set -g status off
                set -g remain-on-exit on
                """);
        tmuxWith(List.of("-f", folder.file("tmux.conf").toString()), arguments);
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
        folder.write("paste", text);
        tmux("load-buffer", "-b", "paste", folder.file("paste").toString());
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
        tmux("pipe-pane", "-o", "cat >> " + quoted(folder.file("recording").toString()));
    }

    /** The bytes written since {@link #record()}. */
    public byte[] recorded() {
        return folder.bytes("recording");
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
        run(List.of("kill", "-" + name, folder.text("pid")));
    }

    /** Sends a signal to a program that was started from the shell, known by a word of its command line. */
    public void shellSignals(String name, String word) {
        run(List.of("pkill", "-" + name, "-P", value("pane_pid"), "-f", word));
    }

    /** Takes the terminal away, as a closed window or a lost connection does. Nothing can be asked of it afterwards. */
    public void hangUp() {
        tmux("kill-server");
        silent = true;
    }

    /** Does something while the terminal takes nothing and answers nothing, as when a connection stalls. */
    public void whileFrozen(Runnable action) {
        String server = value("pid");
        run(List.of("kill", "-STOP", server));
        silent = true;
        try {
            action.run();
        } finally {
            run(List.of("kill", "-CONT", server));
            silent = false;
        }
    }

    /** The exit status of the program, as the shell tells it; waits for the end. */
    public int exitStatus() {
        waitUntil("the end of the program", () -> folder.has("ended"));
        return Integer.parseInt(folder.text("ended"));
    }

    /** The terminal's modes before the program began, in the form of {@code stty -g}. */
    public String modesBefore() {
        return folder.text("before");
    }

    /** The terminal's modes after the program ended. */
    public String modesAfter() {
        exitStatus();
        return folder.text("after");
    }

    /** A folder that ends with this terminal; the program runs in it. */
    public TempFolder folder() {
        return folder;
    }

    /** Waits until this is so; the screen is told if it never is. */
    public void waitUntil(String what, BooleanSupplier happened) {
        Wait.until(() -> silent ? what : what + "; the screen shows:\n" + screen(), happened);
    }

    @Override
    public void close() {
        try (folder) {
            if (!silent) {
                tmux("kill-server");
            }
        }
    }

    private String tmux(String... arguments) {
        return tmuxWith(List.of(), List.of(arguments));
    }

    private String tmuxWith(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of("tmux", "-u", "-S", folder.file("tmux.socket").toString()));
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
            assertThat(process.waitFor(Wait.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
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

    private static String quoted(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
