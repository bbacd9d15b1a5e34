package dev.egresso.wizard;

import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import java.util.List;
import java.util.Optional;

/**
 * What came of it: how each resource stands now, read again, or why it failed and how the cluster is left.
 *
 * @param progress what was told on the way
 * @param standings as they were read afterwards; none where it failed
 * @param handOver the commands for those who have rights that were lacking
 * @param commands that do the same again, and take it back
 * @param kept where the receipt is
 */
public record RolledOut(
        Outcome outcome,
        List<Progress> progress,
        List<Standing> standings,
        HandOver handOver,
        List<String> commands,
        String kept,
        int scroll,
        View back)
        implements ClusterView {
    public RolledOut {
        progress = List.copyOf(progress);
        standings = List.copyOf(standings);
        commands = List.copyOf(commands);
    }

    /** Nothing went wrong, be it that something was done or that all was put back as wanted. */
    boolean isWell() {
        return outcome.trouble().isEmpty();
    }

    @Override
    public String keys() {
        if (isWell()) {
            return isApplied() ? "rolled-out" : outcome.isDone() ? "rolled-undone" : "rolled-back";
        }
        if (!outcome.isPutBack()) {
            return "rolled-stuck";
        }
        return handOver.isEmpty() ? "rolled-out-not" : "rolled-out-forbidden";
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME -> at(session, key.moved(scroll));
            case ENTER, ESCAPE -> Step.to(session.visiting(back));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int row) {
        int kept = Math.max(0, Math.min(row, SheetRows.length(this, session)));
        return Step.to(session.showing(
                new RolledOut(outcome, progress, standings, handOver, commands, this.kept, kept, back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "u" ->
                outcome.isPutBack()
                        ? Step.to(session.noting(Ink.INFO, session.say("undo-no-work")))
                        : session.asking(
                                foreseeing(Optional.of(outcome.receipt().id())), back);
            case "v" ->
                isApplied() ? session.asking(session.clusters().proving(outcome.receipt()), this) : Step.to(session);
            case "r" -> isWell() ? Step.to(session) : again(session);
            case "o" -> isWell() ? Step.to(session) : Action.APPLY.run(session);
            case "c" ->
                Step.to(session, new Effect.Copy(handOver.isEmpty() ? String.join("\n", commands) : sent(session)));
            case "s" -> Action.SAVE.run(session.visiting(back));
            default -> letter(session, text);
        };
    }

    private String sent(Session session) {
        return new RolloutRows(session.setup().screens()).sent(handOver);
    }

    /** There is something to prove from a pod. */
    private boolean isApplied() {
        return outcome.isDone() && isWell() && outcome.receipt().act() == Receipt.Act.APPLY;
    }

    private ClusterErrand foreseeing(Optional<String> receipt) {
        return new ClusterErrand.Foresee(outcome.receipt().site().context(), receipt);
    }

    /** Looks again before anything is tried again. */
    private Step again(Session session) {
        if (outcome.receipt().act() == Receipt.Act.UNDO) {
            return session.asking(foreseeing(outcome.receipt().undoes()), back);
        }
        return session.isComplete()
                ? session.asking(
                        session.clusters().rehearsal(outcome.receipt().site().context(), Optional.empty()), back)
                : Step.to(session.unfinished());
    }

    @Override
    public View from(View other) {
        return new RolledOut(outcome, progress, standings, handOver, commands, kept, 0, other);
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.rolledOut(this);
    }
}
