package dev.egresso.wizard;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.Undoing;
import java.util.List;

/**
 * What taking back would come to; nothing is changed yet.
 *
 * @param changedToo whether what somebody else changed since is taken back as well
 * @param time when the receipt was written, as a person reads it
 */
public record TakingBack(Undoing undoing, boolean changedToo, String time, int scroll, View back)
        implements Confirming.Subject {
    private boolean hasWork() {
        return undoing.receipt().isOpen() || undoing.hasWork(changedToo);
    }

    @Override
    public String keys() {
        return undoing.isForeign() ? "taking-back-foreign" : id();
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME -> at(session, key.moved(scroll));
            case ESCAPE -> Step.to(session.visiting(back));
            case ENTER -> Step.to(session.noting(Ink.INFO, session.say("taking-back-enter")));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int row) {
        int kept = Math.max(0, Math.min(row, SheetRows.length(this, session)));
        return Step.to(session.showing(new TakingBack(undoing, changedToo, time, kept, back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "y" ->
                hasWork()
                        ? Confirming.orElse(
                                session, undoing.site(), undoing.receipt().namespaces(), this)
                        : Step.to(session.noting(Ink.INFO, session.say("undo-no-work")));
            case "i" ->
                Step.to(
                        undoing.isForeign()
                                ? session.showing(new TakingBack(undoing, !changedToo, time, scroll, back))
                                : session);
            default -> letter(session, text);
        };
    }

    @Override
    public Step confirmed(Session session, Confirming.Deed deed) {
        List<Address> order = undoing.standings().stream()
                .map(standing -> standing.entry().address())
                .toList();
        return session.clusters().rolling(new ClusterErrand.Undo(undoing, changedToo), undoing.site(), order, back);
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.takingBack(this);
    }
}
