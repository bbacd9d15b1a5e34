package dev.egresso.wizard;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Watcher;
import java.util.Map;

/** How far an errand came. */
public sealed interface Progress {
    /** Notes what is known of each resource by now. */
    default void on(Map<Address, Watcher.Moment> latest) {}

    /** Something happened to one resource. */
    record Moved(Address address, Watcher.Moment moment) implements Progress {
        @Override
        public void on(Map<Address, Watcher.Moment> latest) {
            latest.put(address, moment);
        }
    }
}
