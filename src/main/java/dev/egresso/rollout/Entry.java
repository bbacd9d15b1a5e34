package dev.egresso.rollout;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One resource of a receipt.
 *
 * @param text that was sent; empty where something was restored
 * @param before what stood there; empty if nothing did
 * @param goal what was to stand there; empty if nothing was to
 * @param after what the server answered that it stored; empty until then, and if nothing was to stand there
 */
public record Entry(
        Address address,
        String text,
        Optional<LiveObject> before,
        Optional<LiveObject> goal,
        Optional<LiveObject> after,
        Mark mark) {

    /** How far it came. */
    public enum Mark {
        PENDING,
        DONE,
        PUT_BACK,
        /** Not touched, because somebody else changed it. */
        LEFT
    }

    public Entry done(Optional<LiveObject> stored) {
        return new Entry(address, text, before, goal, stored, Mark.DONE);
    }

    /** @param stored what stands there then; another object than before where that had to be made anew */
    public Entry putBack(Optional<LiveObject> stored) {
        return new Entry(address, text, before, goal, stored, Mark.PUT_BACK);
    }

    public Entry marked(Mark next) {
        return new Entry(address, text, before, goal, after, next);
    }

    /** What was to stand there again and had to be made anew for that; empty if nothing had to. */
    Optional<Remade> remade() {
        Optional<LiveObject> then = mark == Mark.PUT_BACK ? before : goal;
        return then.flatMap(earlier -> after.map(stored -> new Remade(earlier, stored)))
                .filter(Remade::isAnotherObject);
    }

    /** The same in terms of the object that took the place of an earlier one. */
    Entry knowing(Remade remade) {
        return new Entry(address, text, before.map(remade::of), goal.map(remade::of), after.map(remade::of), mark);
    }

    /** Neither was there anything, nor did this bring it about. */
    boolean isNotMade() {
        return before.isEmpty() && mark != Mark.DONE;
    }

    /** What it was left as, or would have been. */
    public Optional<LiveObject> result() {
        return mark == Mark.DONE ? after : goal;
    }

    /** Whether what stands there now is what stood there before. */
    public boolean isAsBefore(Optional<LiveObject> now) {
        return same(now, before);
    }

    /** Whether what stands there now is what this brought about. */
    public boolean isAsApplied(Optional<LiveObject> now) {
        if (mark == Mark.DONE) {
            return same(now, after);
        }
        return now.isPresent() == goal.isPresent()
                && now.map(live -> live.isWrittenAs(goal.orElseThrow())).orElse(true);
    }

    /**
     * Whether only this manager had a hand in it since, and the content is what it was or was to be. Restoring takes two
     * writes, content and owners, and whatever ends the program between them leaves this.
     */
    public boolean isHalfway(Optional<LiveObject> now, String manager) {
        return now.filter(live -> Stream.concat(before.stream(), goal.stream()).anyMatch(live::hasContentOf))
                .map(live -> before.map(live::writersSince).orElseGet(live::writers))
                .map(writers -> Set.of(manager).containsAll(writers))
                .orElse(false);
    }

    /** Who wrote since this was done, or since it was looked at if it is not done yet. */
    public Set<String> writersSince(Optional<LiveObject> now) {
        Optional<LiveObject> then = mark == Mark.DONE ? after : before;
        return now.map(live -> then.map(live::writersSince).orElseGet(live::writers))
                .map(LinkedHashSet::new)
                .orElseGet(LinkedHashSet::new);
    }

    private static boolean same(Optional<LiveObject> now, Optional<LiveObject> then) {
        return now.isPresent() == then.isPresent()
                && now.map(live -> live.isSameAs(then.orElseThrow())).orElse(true);
    }
}
