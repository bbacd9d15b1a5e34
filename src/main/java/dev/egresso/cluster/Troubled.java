package dev.egresso.cluster;

import dev.egresso.rollout.Trouble;

/** Carries a trouble to where it becomes a value; never leaves this package. */
class Troubled extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Trouble trouble;

    Troubled(Trouble trouble) {
        super(trouble.id(), null, false, false);
        this.trouble = trouble;
    }

    /** @param arguments names and values in turn */
    static Troubled of(String id, String... arguments) {
        return new Troubled(Trouble.of(id, arguments));
    }

    /** The same, mentioning one thing more. */
    Troubled with(String name, String value) {
        return new Troubled(trouble.with(name, value));
    }

    Trouble trouble() {
        return trouble;
    }
}
