package dev.egresso.wizard;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Watcher;

/** How far an errand came. */
public sealed interface Progress {
    /** Something happened to one resource. */
    record Moved(Address address, Watcher.Moment moment) implements Progress {}
}
