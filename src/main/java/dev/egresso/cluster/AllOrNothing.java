package dev.egresso.cluster;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Entry;
import dev.egresso.rollout.Journal;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Watcher;
import dev.egresso.rollout.Watcher.Moment;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out a receipt entry by entry, and puts everything back where one of them fails. The receipt is kept before the
 * first change and after each, so that whatever ends the program leaves a receipt that tells how far it came, give or take
 * the one entry that was under way; that one is known by what stands in the cluster.
 */
final class AllOrNothing {
    private final Api api;
    private final Restorer restorer;
    private final String manager;
    private final Journal journal;
    private final Watcher watcher;
    private Receipt receipt;

    AllOrNothing(Api api, String manager, Receipt receipt, Journal journal, Watcher watcher) {
        this.api = api;
        this.restorer = new Restorer(api);
        this.manager = manager;
        this.receipt = receipt;
        this.journal = journal;
        this.watcher = watcher;
    }

    /** What is done for one entry. */
    interface Deed {
        /** What stands there then. @param now what stands there, just read */
        Optional<LiveObject> carryOut(Entry entry, Optional<LiveObject> now);
    }

    /** What was just planned: nobody has touched anything of it yet. Once for each instance. */
    Outcome carryOut(Deed deed) {
        return carryOut(deed, -1, Entry::isAsBefore);
    }

    /** What was begun and not finished: any of it may be done, and one entry halfway. Once for each instance. */
    Outcome goOn(Deed deed) {
        return carryOut(
                deed,
                receipt.entries().size() - 1,
                (entry, now) -> entry.isAsBefore(now) || entry.isAsApplied(now) || entry.isHalfway(now, manager));
    }

    /** Whether what stands there is what may be changed. */
    private interface Known {
        boolean is(Entry entry, Optional<LiveObject> now);
    }

    /** @param touched the last entry that may have been changed already, or -1 */
    private Outcome carryOut(Deed deed, int touched, Known known) {
        int reached = touched;
        for (int i = 0; i < receipt.entries().size(); i++) {
            Entry entry = receipt.entries().get(i);
            Address address = entry.address();
            if (!journal.keep(receipt)) {
                return failed(reached, Trouble.of("no-receipt"), address);
            }
            if (!watcher.goesOn()) {
                return failed(reached, Trouble.of("cancelled"), address);
            }
            watcher.saw(address, Moment.BEGUN);
            try {
                receipt = receipt.with(i, entry.done(carryOut(deed, entry, known)));
            } catch (Untouched untouched) {
                watcher.saw(address, Moment.FAILED);
                return failed(reached, untouched.trouble(), address);
            } catch (Troubled troubled) {
                watcher.saw(address, Moment.FAILED);
                return failed(Math.max(reached, i), troubled.trouble(), address);
            }
            reached = Math.max(reached, i);
            watcher.saw(address, Moment.DONE);
        }
        return closed(Receipt.State.DONE, Outcome::done);
    }

    private Optional<LiveObject> carryOut(Deed deed, Entry entry, Known known) {
        Optional<LiveObject> now = api.get(entry.address());
        if (entry.mark() == Entry.Mark.DONE && entry.isAsApplied(now)) {
            return now;
        }
        if (!known.is(entry, now)) {
            throw new Untouched(changedMeanwhile(entry, now).trouble());
        }
        return deed.carryOut(entry, now);
    }

    /** @param from the last entry that may have been touched */
    private Outcome failed(int from, Trouble cause, Address address) {
        Optional<Trouble> stuck = putBack(from, false);
        return stuck.isPresent()
                ? new Outcome(receipt, Optional.of(address), stuck, Optional.of(cause))
                : closed(Receipt.State.PUT_BACK, closed -> Outcome.failed(closed, address, cause));
    }

    private interface Ending {
        Outcome of(Receipt closed);
    }

    /** If even that cannot be written, the receipt stays open and the next start asks about it: too much, not too little. */
    private Outcome closed(Receipt.State state, Ending ending) {
        receipt = receipt.in(state);
        journal.keep(receipt);
        return ending.of(receipt);
    }

    /** All that was done, or may have been. @param changedToo also what somebody else changed since */
    Outcome takeBack(boolean changedToo) {
        Optional<Trouble> stuck = putBack(receipt.entries().size() - 1, changedToo);
        return stuck.isPresent()
                ? new Outcome(receipt, Optional.empty(), stuck, Optional.empty())
                : closed(Receipt.State.PUT_BACK, Outcome::done);
    }

    /** In reverse, and not past one that cannot be: what comes before it is what it leads to. */
    private Optional<Trouble> putBack(int from, boolean changedToo) {
        for (int i = from; i >= 0; i--) {
            Entry entry = receipt.entries().get(i);
            try {
                putBack(i, entry, changedToo);
            } catch (Troubled troubled) {
                journal.keep(receipt);
                return Optional.of(
                        troubled.trouble().with("object", entry.address().toString()));
            }
        }
        return Optional.empty();
    }

    private void putBack(int index, Entry entry, boolean changedToo) {
        Optional<LiveObject> now = api.get(entry.address());
        if (entry.isAsBefore(now)) {
            receipt = receipt.with(index, entry.marked(Entry.Mark.PUT_BACK));
            return;
        }
        boolean ours = entry.isAsApplied(now) || entry.isHalfway(now, manager);
        if (!ours && !changedToo) {
            if (entry.mark() == Entry.Mark.PENDING && !hasOurHand(entry, now)) {
                return;
            }
            throw changedMeanwhile(entry, now);
        }
        watcher.saw(entry.address(), Moment.PUTTING_BACK);
        Optional<LiveObject> stored = restorer.restore(entry.address(), now, entry.before());
        receipt = receipt.with(index, entry.putBack(stored));
        journal.keep(receipt);
        watcher.saw(entry.address(), Moment.PUT_BACK);
    }

    private boolean hasOurHand(Entry entry, Optional<LiveObject> now) {
        return entry.writersSince(now).contains(manager);
    }

    private Troubled changedMeanwhile(Entry entry, Optional<LiveObject> now) {
        Set<String> others = entry.writersSince(now);
        others.remove(manager);
        return Troubled.of(
                "changed-meanwhile", "object", entry.address().toString(), "writers", String.join(", ", others));
    }
}
