package dev.egresso.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stops the program the way the terminal does for Ctrl-Z, so that the shell tells about it and can take it up again. */
final class JobControl {
    private static final long GLANCE_MILLIS = 50;

    private JobControl() {}

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
