package dev.egresso.cluster;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Verdict;
import dev.egresso.rollout.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets the server rehearse every resource ({@code dryRun=All}), and looks whether it could be taken back. */
final class Rehearsal {
    private final Api api;
    private final boolean force;

    Rehearsal(Api api, boolean force) {
        this.api = api;
        this.force = force;
    }

    List<Change> of(List<Wanted> wanted) {
        List<Change> changes = new ArrayList<>();
        Optional<Trouble> lost = Optional.empty();
        for (Wanted each : wanted) {
            Change change = lost.isPresent()
                    ? refused(each, Optional.empty(), lost.get())
                    : isTwice(each, changes)
                            ? refused(
                                    each,
                                    Optional.empty(),
                                    Trouble.of("twice", "object", each.address().toString()))
                            : change(each);
            lost = change.trouble().filter(Trouble::isOfTheConnection);
            changes.add(change);
        }
        return changes;
    }

    private static boolean isTwice(Wanted wanted, List<Change> changes) {
        return changes.stream().anyMatch(change -> change.address().isSameObject(wanted.address()));
    }

    private Change change(Wanted wanted) {
        Optional<LiveObject> before = Optional.empty();
        try {
            before = api.get(wanted.address());
            return answered(wanted, before, api.apply(wanted, force, true).object());
        } catch (Troubled troubled) {
            return troubled.trouble().isConflict()
                    ? conflict(wanted, before, troubled.trouble())
                    : refused(wanted, before, troubled.trouble());
        }
    }

    private Change answered(Wanted wanted, Optional<LiveObject> before, LiveObject expected) {
        Optional<Trouble> oneWay = wayBack(wanted.address(), before, expected);
        if (oneWay.isPresent()) {
            return new Change(wanted, Verdict.REFUSED, before, Optional.of(expected), oneWay);
        }
        Verdict verdict =
                before.isEmpty() ? Verdict.CREATE : expected.hasContentOf(before.get()) ? Verdict.SAME : Verdict.CHANGE;
        return new Change(wanted, verdict, before, Optional.of(expected), Optional.empty());
    }

    /** What may be written but not put back is not written: all or nothing would be an empty promise. */
    private Optional<Trouble> wayBack(Address address, Optional<LiveObject> before, LiveObject expected) {
        if (before.filter(expected::isSameAs).isPresent()) {
            return Optional.empty();
        }
        String verb = before.isEmpty() ? "delete" : "update";
        return api.may(verb, address)
                ? Optional.empty()
                : Optional.of(Trouble.of(
                        "no-way-back", "verb", verb, "resource", address.resource(), "namespace", address.namespace()));
    }

    /** Shows also what it would be if the fields were taken over. */
    private Change conflict(Wanted wanted, Optional<LiveObject> before, Trouble conflict) {
        Optional<LiveObject> forced;
        try {
            forced = Optional.of(api.apply(wanted, true, true).object());
        } catch (Troubled alsoThen) {
            forced = Optional.empty();
        }
        return new Change(wanted, Verdict.CONFLICT, before, forced, Optional.of(conflict));
    }

    private static Change refused(Wanted wanted, Optional<LiveObject> before, Trouble trouble) {
        return new Change(wanted, Verdict.REFUSED, before, Optional.empty(), Optional.of(trouble));
    }
}
