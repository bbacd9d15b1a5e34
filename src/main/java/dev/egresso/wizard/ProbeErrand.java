package dev.egresso.wizard;

import dev.egresso.outside.Aim;

/** Asking the external service itself, from this machine. */
public record ProbeErrand(Aim aim) implements Errand {
    @Override
    public String id() {
        return "probe";
    }

    @Override
    public String whom() {
        return aim.host();
    }

    @Override
    public boolean changesSomething() {
        return false;
    }

    @Override
    public <T> T done(By<T> by) {
        return by.probe(this);
    }
}
