package dev.egresso.wizard;

import dev.egresso.mesh.Manifest;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What applying would come to, as the server rehearsed it. Nothing is applied that is not shown here: where the answers
 * change, it is void.
 *
 * @param taken the plan that showed whose fields are to be taken over, if the person wants that
 * @param rivals ServiceEntries of others for a host that would be registered anew
 * @param handOver the commands for those who have rights that are lacking here
 * @param command that does the same from a shell
 */
public record Planned(
        Plan plan,
        Optional<Plan> taken,
        List<Manifest> rivals,
        HandOver handOver,
        String command,
        int scroll,
        View back)
        implements Confirming.Subject {
    /** Whether the answers come to something else by now. */
    boolean isVoid(Session session) {
        return !session.isOf(plan);
    }

    private boolean isApplicable(Session session) {
        return plan.isPossible() && !plan.changesNothing() && !isVoid(session);
    }

    @Override
    public String keys() {
        if (!handOver.isEmpty()) {
            return "planned-forbidden";
        }
        return plan.needsForce() ? "planned-conflict" : !plan.isPossible() ? "planned-refused" : "planned";
    }

    private String sent(Session session) {
        return new RolloutRows(session.setup().screens()).sent(handOver);
    }

    @Override
    public Step press(Session session, Key key) {
        return switch (key) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME -> at(session, key.moved(scroll));
            case ESCAPE -> Step.to(session.visiting(back));
            case ENTER -> Step.to(session.noting(Ink.INFO, session.say("planned-enter")));
            default -> Step.to(session);
        };
    }

    private Step at(Session session, int row) {
        int kept = Math.max(0, Math.min(row, SheetRows.length(this, session)));
        return Step.to(session.showing(new Planned(plan, taken, rivals, handOver, command, kept, back)));
    }

    @Override
    public Step type(Session session, String text) {
        return switch (text) {
            case "y" -> applying(session);
            case "f" -> forcing(session);
            case "r" -> again(session, Optional.empty());
            case "o" -> session.asking(new ClusterErrand.Contexts(Choosing.Purpose.APPLY), back);
            case "n" ->
                session.asking(new ClusterErrand.Namespaces(plan.site().context(), Choosing.Purpose.APPLY), back);
            case "l" -> looking(session);
            case "s" -> Action.SAVE.run(session.visiting(back));
            case "c" -> Step.to(session, new Effect.Copy(handOver.isEmpty() ? command : sent(session)));
            case " " -> press(session, Key.PAGE_DOWN);
            default -> letter(session, text);
        };
    }

    /** At the cluster that rehearsed it. */
    private Step looking(Session session) {
        return session.live()
                .context()
                .map(context -> session.asking(Choosing.Purpose.LOOK.errand(session, context), back))
                .orElse(Step.to(session));
    }

    private Step again(Session session, Optional<Plan> withFieldsOf) {
        if (!session.isComplete()) {
            return Step.to(session.unfinished());
        }
        return session.asking(session.clusters().rehearsal(plan.site().context(), withFieldsOf), back);
    }

    private Step forcing(Session session) {
        return plan.needsForce() && !isVoid(session)
                ? Step.to(session.visiting(Confirming.force(session, this)))
                : Step.to(session);
    }

    private Step applying(Session session) {
        if (isVoid(session)) {
            return again(session.noting(Ink.WARNING, session.say("planned-void")), Optional.empty());
        }
        if (!isApplicable(session)) {
            return Step.to(
                    session.noting(Ink.WARNING, session.say(plan.isPossible() ? "plan-nothing" : "plan-refuses-all")));
        }
        return Confirming.orElse(session, plan.site(), plan.namespaces(), this);
    }

    /** What was confirmed may have become something else meanwhile, and then it is not done. */
    @Override
    public Step confirmed(Session session, Confirming.Deed deed) {
        if (deed == Confirming.Deed.TAKE_OVER) {
            return again(session, Optional.of(plan));
        }
        if (!isApplicable(session)) {
            return applying(session);
        }
        List<Address> order = plan.changes().stream().map(Change::address).toList();
        return session.clusters().rolling(session.clusters().applying(plan), plan.site(), order, back);
    }

    @Override
    public <T> T sheet(Sheet<T> by) {
        return by.planned(this);
    }
}
