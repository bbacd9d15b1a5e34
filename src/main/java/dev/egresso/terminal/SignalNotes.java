package dev.egresso.terminal;

import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import org.jline.utils.Signals;

/**
 * What signals say, noted down for the thread that draws: it looks when it has time. Taken back as they were when closed.
 */
final class SignalNotes implements AutoCloseable {
    private final Map<String, Object> before = new HashMap<>();

    private volatile boolean sizeChanged;
    private volatile boolean continued;
    private volatile boolean stopAsked;

    /**
     * @param interrupted what to do when somebody sends INT; from the keyboard it never comes
     * @param letGoOn what to do at once when the program goes on after a stop
     */
    void listen(Runnable interrupted, Runnable letGoOn) {
        before.put("INT", Signals.register("INT", interrupted));
        before.put("WINCH", Signals.register("WINCH", this::sizeChanged));
        before.put("CONT", Signals.register("CONT", () -> goesOn(letGoOn)));
        before.put("TSTP", Signals.register("TSTP", () -> stopAsked = true));
    }

    /** Lets a request to stop do what it does to other programs. */
    void letStop() {
        Signals.registerDefault("TSTP");
        stopAsked = false;
        continued = false;
    }

    /** Notes requests to stop again, so that the terminal is given back first. */
    void noteStop() {
        Signals.register("TSTP", () -> stopAsked = true);
        continued = false;
    }

    void sizeChanged() {
        sizeChanged = true;
    }

    private void goesOn(Runnable letGoOn) {
        continued = true;
        letGoOn.run();
    }

    /** Whether the size may have changed since this was asked last. */
    boolean takeSizeChanged() {
        boolean changed = sizeChanged;
        sizeChanged = false;
        return changed;
    }

    /** Whether the program was stopped and goes on. */
    boolean continued() {
        return continued;
    }

    boolean stopAsked() {
        return stopAsked;
    }

    @Override
    public void close() {
        for (Entry<String, Object> signal : before.entrySet()) {
            Signals.unregister(signal.getKey(), signal.getValue());
        }
        before.clear();
    }
}
