package dev.egresso.terminal;

import java.io.IOException;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for keys, but never for long at a time, and knows when silence has lasted long enough to mean something. */
final class Keyboard {
    /** Room for all that a source can give at once. */
    static final int BUFFER = 16_384;

    private static final long LONGEST_WAIT_MILLIS = 100;

    /** Where characters come from. */
    @FunctionalInterface
    interface Source {
        /**
         * Puts what came into the buffer, whole code points, and says how much; 0 if nothing came in time, -1 if nothing
         * ever will.
         */
        int read(char[] buffer, long millis) throws IOException;
    }

    private final Source source;
    private final KeyDecoder decoder = new KeyDecoder();
    private final char[] buffer = new char[BUFFER];
    private long lastInput = System.nanoTime();
    private boolean closed;

    Keyboard(Source source) {
        this.source = source;
    }

    /** The next event, if one comes within this time. */
    Optional<TerminalEvent> read(Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<TerminalEvent> event = decoder.next();
            if (event.isPresent()) {
                return event;
            }
            if (closed) {
                return Optional.of(new TerminalEvent.Closed());
            }
            long now = System.nanoTime();
            take(source.read(buffer, waitMillis(now, deadline)));
            if (System.nanoTime() >= deadline) {
                return decoder.next();
            }
        }
    }

    private long waitMillis(long now, long deadline) {
        long left = deadline - now;
        long patience = decoder.patience()
                .map(duration -> lastInput + duration.toNanos() - now)
                .orElse(Long.MAX_VALUE);
        // rounded up, or the last millisecond would be spent on waits of none
        long millis = TimeUnit.NANOSECONDS.toMillis(Math.min(left, patience) + 999_999);
        return Math.max(0, Math.min(LONGEST_WAIT_MILLIS, millis));
    }

    private void take(int count) {
        if (count < 0) {
            decoder.nothingMore();
            closed = true;
            return;
        }
        if (count > 0) {
            lastInput = System.nanoTime();
            decoder.accept(CharBuffer.wrap(buffer, 0, count));
            return;
        }
        long silence = System.nanoTime() - lastInput;
        boolean over = decoder.patience()
                .map(patience -> silence >= patience.toNanos())
                .orElse(false);
        if (over) {
            decoder.nothingMore();
        }
    }
}
