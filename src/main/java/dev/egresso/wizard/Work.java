package dev.egresso.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the worker is at. There is one thing at a time; a reply that carries another number is to something that nobody waits
 * for any more.
 *
 * @param number of the errand, counted through the session
 * @param errand none while the worker rests
 * @param quarters how long it has taken so far, in quarters of a second
 * @param progress what it told so far, in order
 * @param stopping whether it was told to stop
 * @param leaving whether the person wants to leave once it is over
 */
public record Work(
        int number, Optional<Errand> errand, int quarters, List<Progress> progress, boolean stopping, boolean leaving) {
    static final Work NONE = new Work(0, Optional.empty(), 0, List.of(), false, false);

    public Work {
        progress = List.copyOf(progress);
    }

    public boolean isUnderWay() {
        return errand.isPresent();
    }

    /** Something out there is being changed, and what comes of it has to be waited for. */
    public boolean isChanging() {
        return errand.filter(Errand::changesSomething).isPresent();
    }

    boolean is(int other) {
        return isUnderWay() && number == other;
    }

    Work begun(Errand next) {
        return new Work(number + 1, Optional.of(next), 0, List.of(), false, false);
    }

    Work after(int time) {
        return new Work(number, errand, time, progress, stopping, leaving);
    }

    Work with(Progress more) {
        List<Progress> longer = new ArrayList<>(progress);
        longer.add(more);
        return new Work(number, errand, quarters, longer, stopping, leaving);
    }

    Work told(boolean toLeave) {
        return new Work(number, errand, quarters, progress, true, leaving || toLeave);
    }

    Work over() {
        return new Work(number, Optional.empty(), 0, List.of(), false, false);
    }
}
