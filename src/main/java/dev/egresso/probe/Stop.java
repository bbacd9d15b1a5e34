package dev.egresso.probe;

import dev.egresso.outside.Fault;
import java.io.Closeable;
import java.io.IOException;

/** Ends a probe from another thread: what it waits for is closed, and nothing new is begun. */
final class Stop {
    private Closeable open = () -> {};
    private boolean told;

    /** Whatever is waited for now, to be closed when the word comes. */
    synchronized <T extends Closeable> T watching(T closeable) throws Failed {
        if (told) {
            close(closeable);
            throw new Failed(Fault.Kind.CANCELLED);
        }
        open = closeable;
        return closeable;
    }

    synchronized void now() {
        told = true;
        close(open);
    }

    synchronized boolean isTold() {
        return told;
    }

    /** A connection that was closed by this looks as if the other side had cut it. */
    Failed reason(Failed failed) {
        return isTold() ? new Failed(Fault.Kind.CANCELLED) : failed;
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
