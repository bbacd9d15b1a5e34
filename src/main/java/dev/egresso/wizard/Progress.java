package dev.egresso.wizard;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Watcher;
import java.util.Optional;

/** How far an errand came. */
public sealed interface Progress {
    /** Something happened to one resource. */
    record Moved(Address address, Watcher.Moment moment) implements Progress {}

    /** A step was begun. @param words their id @param about a name, an address or a URL */
    record Stepped(String words, String about) implements Progress {
        @Override
        public Optional<Styled> row(Session session) {
            return Optional.of(Styled.of("  " + session.say(words, "about", about), Ink.DIM));
        }
    }

    /** How it is shown while one waits, if it is shown there. */
    default Optional<Styled> row(Session session) {
        return Optional.empty();
    }
}
