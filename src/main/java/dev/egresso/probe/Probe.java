package dev.egresso.probe;

import dev.egresso.outside.Aim;
import dev.egresso.outside.Found;
import java.util.Map;

/** Asks the external service what a sidecar would ask. One instance for one question; it can be stopped from elsewhere. */
public final class Probe {
    private final Patience patience;
    private final Trust trust;
    private final Map<String, String> environment;
    private final Stop stop = new Stop();

    /** @param environment where settings of proxies are looked for, to say that they are passed by */
    public Probe(Patience patience, Trust trust, Map<String, String> environment) {
        this.patience = patience;
        this.trust = trust;
        this.environment = environment;
    }

    /** Takes as long as the patience for each step says, so it belongs on no thread of a screen. Throws nothing. */
    public Found of(Aim aim, Watcher watcher) {
        return new Visit(aim, patience, trust, stop, watcher).made(ProxySetting.of(environment, aim));
    }

    /** From any thread, at any time; what was found until then is still given. */
    public void cancel() {
        stop.now();
    }
}
