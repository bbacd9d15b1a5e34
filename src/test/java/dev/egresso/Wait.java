package dev.egresso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting that always ends. */
public final class Wait {
    /** Long enough for a loaded machine; nobody waits this long when all is well. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long GLANCE_MILLIS = 20;

    private Wait() {}

    /** Returns when this is so; fails, saying what was waited for, when it takes too long. */
    public static void until(Supplier<String> what, BooleanSupplier happened) {
        long start = System.nanoTime();
        while (!happened.getAsBoolean()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            assertThat(waited).as(() -> "waiting for " + what.get()).isLessThan(PATIENCE);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
