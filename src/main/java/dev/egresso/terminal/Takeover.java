package dev.egresso.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose terminal it is at the moment. Everything written goes through here, so that nothing can be written once the
 * terminal is given back, and it is given back exactly once, whichever thread does it.
 */
final class Takeover {
    private static final String MOUSE_ON = "\u001b[?1002h\u001b[?1006h";
    private static final String MOUSE_OFF = "\u001b[?1006l\u001b[?1002l";
    private static final String PASTE_ON = "\u001b[?2004h";
    private static final String PASTE_OFF = "\u001b[?2004l";
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[m\u001b[2J\u001b[H";

    /** The screen is wiped first: a terminal without an alternate one would keep our page under the prompt. */
    private static final String LEAVE = "\u001b[?2026l\u001b[m\u001b[2J\u001b[H\u001b[?25h\u001b[?1049l";

    private static final String HOW_ARE_YOU = "\u001b[5n";

    /** Ends a sequence that was cut off in the middle. */
    private static final String STRING_END = "\u001b\\";

    /** Harmless if the terminal turns out to be given back already: it wipes nothing. */
    private static final String LAST_RESORT =
            STRING_END + MOUSE_OFF + PASTE_OFF + "\u001b[?2026l\u001b[m\u001b[?25h\u001b[?1049l";

    private static final long PATIENCE_MILLIS = 200;
    private static final long WRITE_MILLIS = 400;

    private enum State {
        AWAY,
        SHOWN,
        ENDING,
        ENDED
    }

    private final Tty tty;
    private final boolean mouse;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile State state = State.AWAY;

    Takeover(Tty tty, boolean mouse) {
        this.tty = tty;
        this.mouse = mouse;
    }

    boolean isShown() {
        return state == State.SHOWN;
    }

    /** Whether the program is on its way out and only waits for the process to end. */
    boolean isEnding() {
        return state == State.ENDING;
    }

    /** Takes the terminal, or takes it again in case another program changed it meanwhile. */
    void begin() throws IOException {
        lock.lock();
        try {
            if (state == State.AWAY || state == State.SHOWN) {
                tty.take();
                state = State.SHOWN;
                send(ENTER + PASTE_ON + (mouse ? MOUSE_ON : ""));
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gets the reading thread out of a read that was begun anew when the program went on after a stop, in the shell's mode
     * and without a limit of time. The mode is set right, and the terminal is asked how it is: its answer ends the read,
     * and means nothing as a key.
     */
    void wake() {
        lock.lock();
        try {
            if (state == State.SHOWN) {
                tty.take();
                send(HOW_ARE_YOU);
            }
        } catch (IOException gone) {
            // the reading thread finds out by itself
        } finally {
            lock.unlock();
        }
    }

    /** Gives the terminal back for a while; false if it is not ours. */
    boolean pause() {
        return leave(State.AWAY);
    }

    /** Gives the terminal back for good. */
    void end() {
        leave(State.ENDED);
        lock.lock();
        try {
            if (state == State.AWAY) {
                state = State.ENDED;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives the terminal back while the program is being ended. The drawing thread may be stuck in a write to a terminal
     * that takes no more, so neither it nor our own write is waited for without limit.
     */
    void endInHaste() {
        boolean locked = lockSoon();
        try {
            boolean ours = state == State.SHOWN;
            state = State.ENDING;
            if (ours) {
                sendSoon((locked ? "" : STRING_END) + leaving());
                tty.giveBack();
            }
        } finally {
            if (locked) {
                lock.unlock();
            }
        }
    }

    /** Writes, if the terminal is ours. */
    void write(String text) {
        lock.lock();
        try {
            if (state == State.SHOWN) {
                send(text);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean leave(State next) {
        lock.lock();
        try {
            if (state != State.SHOWN) {
                return false;
            }
            send(leaving());
            tty.giveBack();
            state = next;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private String leaving() {
        return (mouse ? MOUSE_OFF : "") + PASTE_OFF + LEAVE;
    }

    private void send(String text) {
        try {
            tty.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException hungUp) {
            // there is nobody to write to; the next read says so
        }
    }

    private void sendSoon(String text) {
        Thread writer = new Thread(() -> send(text), "last words to the terminal");
        writer.setDaemon(true);
        writer.start();
        try {
            writer.join(WRITE_MILLIS);
            if (writer.isAlive()) {
                leaveToAnother();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The terminal takes nothing now. A process that outlives this one says the words when it does again. */
    private static void leaveToAnother() {
        try {
            new ProcessBuilder("/bin/sh", "-c", "printf %s \"$1\"", "sh", LAST_RESORT)
                    .inheritIO()
                    .start();
        } catch (IOException noShell) {
            // then all has been tried
        }
    }

    private boolean lockSoon() {
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
