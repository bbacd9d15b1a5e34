package dev.egresso.probe;

/** Hears how far a probe is; called on the thread that probes. */
public interface Watcher {
    /** What is under way. */
    enum Step {
        RESOLVING,
        CONNECTING,
        GREETING,
        ASKING
    }

    /** @param about a name, an address or a URL */
    void began(Step step, String about);
}
