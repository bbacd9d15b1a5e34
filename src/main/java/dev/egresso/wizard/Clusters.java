package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Setting;
import dev.egresso.mesh.Standing;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Site;
import dev.egresso.trace.Journey;
import dev.egresso.trace.Request;
import java.util.List;
import java.util.Optional;

/** What a session may want of clusters: to look, rehearse, apply, prove and take back, and to see what came of it. */
record Clusters(Session session) {
    /** Where one gets to from what is asked here. */
    private View here() {
        return ClusterView.behind(session.view());
    }

    /** Asks for the contexts to choose from. */
    Step choosingFor(Choosing.Purpose purpose) {
        if (purpose == Choosing.Purpose.APPLY && !session.isComplete()) {
            return Step.to(session.unfinished());
        }
        return session.asking(new ClusterErrand.Contexts(purpose), here());
    }

    /** What was done last in this session, or else what the chosen cluster has from here. */
    Step takingBack() {
        return session.live()
                .deeds()
                .applied()
                .map(receipt -> session.asking(
                        new ClusterErrand.Foresee(receipt.site().context(), Optional.of(receipt.id())), here()))
                .orElseGet(() -> choosingFor(Choosing.Purpose.TAKE_BACK));
    }

    /** What was applied last in this session, or else what the chosen cluster has from here. */
    Step proving() {
        return session.live()
                .deeds()
                .standing()
                .map(receipt -> session.asking(proving(receipt), here()))
                .orElseGet(() -> choosingFor(Choosing.Purpose.PROVE));
    }

    /** To prove it by the request of the strip, as long as that is about what was applied. */
    ClusterErrand proving(Receipt receipt) {
        Optional<Request> request = session.journey()
                .map(Journey::request)
                .filter(any -> session.live().deeds().isOf(session.answers()));
        return new ClusterErrand.Pods(receipt.site().context(), Optional.of(receipt), request);
    }

    /** Changes a cluster, and shows how far it came. */
    Step rolling(ClusterErrand errand, Site site, List<Address> order, View back) {
        Step step = session.begin(errand);
        if (session.work().isChanging()) {
            return step;
        }
        Receipt.Act act = errand.purpose() == Choosing.Purpose.TAKE_BACK ? Receipt.Act.UNDO : Receipt.Act.APPLY;
        Rolling sheet = new Rolling(act, site, order, back);
        Session begun = step.session();
        return new Step(
                begun.with(begun.live().with(begun.live().deeds().begun(sheet))).visiting(sheet), step.effects());
    }

    /** Back to the sheet that shows what is being done to a cluster, or what came of it. */
    Step whatCameOfIt() {
        return session.live()
                .deeds()
                .sheet()
                .map(sheet -> Step.to(session.visiting(sheet.from(here()))))
                .orElseGet(() -> Step.to(session.noting(Ink.INFO, session.say("came-of-nothing"))));
    }

    /** What would change in the cluster that was chosen last; asked anew, since it may have changed meanwhile. */
    Step differences() {
        return session.live()
                .context()
                .filter(context -> session.isComplete())
                .map(context -> session.asking(rehearsal(context.name(), Optional.empty()), here()))
                .orElseGet(() -> choosingFor(Choosing.Purpose.APPLY));
    }

    /** To let a cluster rehearse the set as it is now. @param taken the plan whose conflicts are to be forced, if they are */
    ClusterErrand rehearsal(String context, Optional<Plan> taken) {
        return new ClusterErrand.Rehearse(
                context, session.wanted(), repeating(), session.setup().opened(), taken);
    }

    /** To do what was rehearsed. */
    ClusterErrand applying(Plan plan) {
        return new ClusterErrand.Apply(plan, repeating(), session.setup().opened());
    }

    /** The answers that make the same set again; files bring their own. */
    private Answers repeating() {
        return session.setup().opened().isPresent()
                ? session.answers()
                : session.bundle().answers();
    }

    /** Where to look: where the resources go, or where the context leads if nobody has said. */
    String lookedAt(String named) {
        Setting namespace = session.draft().setting(FieldId.NAMESPACE);
        return namespace.standing() == Standing.ANSWERED || named.isEmpty() ? namespace.text() : named;
    }
}
