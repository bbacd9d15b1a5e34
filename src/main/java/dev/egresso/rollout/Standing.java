package dev.egresso.rollout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How one resource of a receipt stands in the cluster now.
 *
 * @param now what stands there
 * @param writers who changed it since, as far as they are known
 * @param trouble why it could not be read
 * @param users what else would break if it were taken away, as people name it
 * @param left what would break of the same receipt, since somebody changed it and it is left alone unless told
 */
public record Standing(
        Entry entry,
        State state,
        Optional<LiveObject> now,
        Set<String> writers,
        Optional<Trouble> trouble,
        List<String> users,
        List<String> left) {

    /** Compared with what the receipt says. */
    public enum State {
        AS_APPLIED,
        AS_BEFORE,
        CHANGED,
        /** It was to be there and is not. */
        GONE,
        /** It was taken away and is there again. */
        BACK,
        UNKNOWN
    }

    public static Standing of(Entry entry, Optional<LiveObject> now) {
        Optional<LiveObject> then = entry.result();
        Set<String> writers = now.isPresent() && then.isPresent()
                ? now.get().writersSince(then.get())
                : now.map(LiveObject::writers).orElse(Set.of());
        return new Standing(entry, state(entry, now), now, writers, Optional.empty(), List.of(), List.of());
    }

    public static Standing unknown(Entry entry, Trouble trouble) {
        return new Standing(
                entry, State.UNKNOWN, Optional.empty(), Set.of(), Optional.of(trouble), List.of(), List.of());
    }

    private static State state(Entry entry, Optional<LiveObject> now) {
        if (entry.isAsApplied(now)) {
            return State.AS_APPLIED;
        }
        if (now.isEmpty() && entry.result().isPresent() && !entry.isNotMade()) {
            return State.GONE;
        }
        if (entry.isAsBefore(now)) {
            return State.AS_BEFORE;
        }
        return entry.result().isEmpty() ? State.BACK : State.CHANGED;
    }

    /** Whether somebody else had a hand in it. */
    public boolean isForeign() {
        return state == State.CHANGED || state == State.GONE || state == State.BACK;
    }

    /** Nothing has to be done to have it as it was, whatever was done in between. */
    public boolean isAsBefore() {
        return state == State.AS_BEFORE || state == State.AS_APPLIED && entry.isAsBefore(now);
    }

    public Standing usedBy(List<String> others, List<String> ofTheSame) {
        return new Standing(entry, state, now, writers, trouble, List.copyOf(others), List.copyOf(ofTheSame));
    }

    /** What would break if it were taken away. @param changedToo whether what somebody changed goes as well */
    public List<String> users(boolean changedToo) {
        return changedToo ? users : Stream.concat(users.stream(), left.stream()).toList();
    }
}
