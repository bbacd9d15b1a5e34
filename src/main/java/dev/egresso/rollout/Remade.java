package dev.egresso.rollout;

/**
 * An object that was deleted and made anew as it had been: the server knows it under another {@code uid}, maybe with
 * other addresses, and what was said of the earlier one holds of it.
 */
record Remade(LiveObject earlier, LiveObject now) {
    boolean isAnotherObject() {
        return !earlier.uid().equals(now.uid());
    }

    /** What is meant by an object that a receipt names, now. */
    LiveObject of(LiveObject named) {
        if (!named.uid().equals(earlier.uid())) {
            return named;
        }
        return named.isSameAs(earlier) ? now : named.as(now.uid());
    }
}
