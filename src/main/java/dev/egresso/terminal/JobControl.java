package dev.egresso.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jline.utils.OSUtils;

/** Stops the program the way the terminal does for Ctrl-Z, so that the shell tells about it and can take it up again. */
final class JobControl {
    private static final long GLANCE_MILLIS = 50;

    private static final int PROCESS_GROUP = 2;
    private static final int FOREGROUND_GROUP = 5;
    private static final String NO_TERMINAL = "-1";

    private JobControl() {}

    /** Whether the system knows stopped programs at all. */
    static boolean isPossible() {
        return !OSUtils.IS_WINDOWS;
    }

    /**
     * Returns when the terminal is ours again, or when patience ends. A stopped program may be let go on in the background ({@code bg}), or only
     * to be ended ({@code kill %1}); were it to set the terminal's modes then, it would be stopped once more.
     */
    static void awaitForeground(Duration patience) {
        long start = System.nanoTime();
        try {
            while (isPossible() && !isInForeground() && System.nanoTime() - start < patience.toNanos()) {
                Thread.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the terminal is ours to change, and not the shell's or another program's. */
    static boolean isInForeground() {
        try {
            Path stat = Path.of("/proc/self/stat");
            if (Files.exists(stat)) {
                String line = Files.readString(stat);
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
                String foreground = fields[FOREGROUND_GROUP];
                return foreground.equals(fields[PROCESS_GROUP]) || foreground.equals(NO_TERMINAL);
            }
            return askPs();
        } catch (IOException | ArrayIndexOutOfBoundsException unknown) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** For systems without /proc. */
    private static boolean askPs() throws IOException, InterruptedException {
        long pid = ProcessHandle.current().pid();
        Process ps = new ProcessBuilder("ps", "-o", "pgid=,tpgid=", "-p", Long.toString(pid))
                .redirectError(Redirect.DISCARD)
                .start();
        String[] groups = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .strip()
                .split("\\s+");
        return !ps.waitFor(1, TimeUnit.SECONDS) || groups.length != 2 || groups[0].equals(groups[1]);
    }

    /**
     * Stops the whole process group, as the terminal would, and returns when it goes on. Where nobody could ever let it go
     * on (no shell above us), the system ignores the request and this returns at once.
     */
    static void stop(BooleanSupplier continued) {
        try {
            Process stopper = new ProcessBuilder("/bin/sh", "-c", "kill -TSTP 0")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            // the stopper stops as well; if we alone were let go on, it is of no use any more
            while (!stopper.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (continued.getAsBoolean()) {
                    stopper.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                    stopper.destroyForcibly();
                }
            }
        } catch (IOException noShell) {
            // a system without sh has no job control worth the name
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
