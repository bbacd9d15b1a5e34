package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.Bundle;
import dev.egresso.mesh.Draft;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Surroundings;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.reopen.Refusal;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Wanted;
import dev.egresso.trace.Journey;
import dev.egresso.yaml.Line;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All state of the wizard, immutable.
 *
 * @param outcome what the answers come to
 * @param changed the lines that the last change of an answer made
 * @param turned how many tabs away from the usual one the person has turned, where one resource is shown at a time
 * @param scroll how many rows the resources were moved by hand
 * @param savedTo where the resources were written, if they were and nothing has changed since
 * @param work what the worker is at
 * @param live what is known of clusters so far
 */
public record Session(
        Setup setup,
        Outcome outcome,
        Set<Line> changed,
        View view,
        History history,
        Optional<Notice> notice,
        int turned,
        int scroll,
        SaveSpec save,
        Optional<String> savedTo,
        Work work,
        Live live) {

    /** The first page, with answers that were there before. */
    public static Session begin(Setup setup, Answers answers) {
        Session session = new Session(
                setup,
                Outcome.of(answers, setup),
                Set.of(),
                new Review(),
                History.NONE,
                Optional.empty(),
                0,
                0,
                SaveSpec.USUAL,
                Optional.empty(),
                Work.NONE,
                Live.NONE);
        return session.visiting(
                answers.isEmpty() || !session.isComplete() ? session.way().firstOpen() : new Review());
    }

    /** At a route of opened files. @param over answers that go over those of the files */
    public static Session reopening(Setup setup, OpenedSet set, Answers over) {
        Session session = begin(setup.opening(set), set.answers());
        Answers answers = set.answers().overlaidBy(over);
        Session changed = answers.equals(set.answers()) ? session : session.answeringAll(answers);
        return changed.visiting(
                changed.isComplete() ? new Review() : changed.way().firstOpen());
    }

    /** Where files hold several routes: one of them is to be chosen first. */
    public static Session choosing(Setup setup, List<OpenedSet> sets, Answers over) {
        return begin(setup, Answers.none()).visiting(new Routes(sets, over, 0));
    }

    public Draft draft() {
        return outcome.draft();
    }

    /** The resources as lines. */
    public Preview preview() {
        return outcome.preview();
    }

    /** What there is to say, the worst first. */
    public List<Concern> concerns() {
        return outcome.concerns();
    }

    /** The way of a request that uses the route, once it is complete. */
    public Optional<Journey> journey() {
        return outcome.journey();
    }

    public Answers answers() {
        return draft().answers();
    }

    public boolean isComplete() {
        return outcome.isComplete();
    }

    /** A sentence of the user interface, with names and values put in. */
    String say(String id, String... arguments) {
        return setup.screens().say(id, arguments);
    }

    /** Through the questions. */
    Way way() {
        return new Way(this);
    }

    Clusters clusters() {
        return new Clusters(this);
    }

    Writing writing() {
        return new Writing(this);
    }

    /** The field that the person is at, if any. */
    public Optional<FieldId> focus() {
        return view.shown(new Focus(this));
    }

    Session visiting(View next) {
        return with(next, history.apart(), notice, turned, scroll, save, savedTo);
    }

    Session showing(View same) {
        return with(same, history, notice, turned, scroll, save, savedTo);
    }

    /** With nothing said and nothing marked any more: what the last key did has been seen. */
    Session quiet() {
        return new Session(
                setup, outcome, Set.of(), view, history, Optional.empty(), turned, scroll, save, savedTo, work, live);
    }

    Session noting(Ink ink, String text) {
        return with(view, history, Optional.of(new Notice(ink, text)), turned, scroll, save, savedTo);
    }

    Session turnedBy(int tabs) {
        return with(view, history, notice, turned + tabs, 0, save, savedTo);
    }

    Session scrolledBy(int rows) {
        return with(view, history, notice, turned, scroll + rows, save, savedTo);
    }

    Session savingAs(SaveSpec spec) {
        return with(view, history, notice, turned, scroll, spec, savedTo);
    }

    /** At the end, with the set written there. @param written what it is at now, with the files as they are now */
    Session savedTo(Setup written, String where) {
        return new Session(
                written,
                outcome,
                changed,
                new Review(),
                history,
                notice,
                turned,
                scroll,
                save,
                Optional.of(where),
                work,
                live);
    }

    /** This session with another answer; the lines that it changes are remembered. */
    Session answering(FieldId field, String text) {
        return changing(answers().with(field, text), history.remember(answers(), field));
    }

    Session answeringAll(Answers answers) {
        return changing(
                answers,
                history.apart().remember(answers(), FieldId.INTERNAL_HOST).apart());
    }

    Session undone() {
        return history.undone(answers())
                .map(turn -> changing(turn.answers(), turn.history()).refreshed())
                .orElseGet(() -> noting(Ink.INFO, say("nothing-to-undo")));
    }

    Session redone() {
        return history.redone(answers())
                .map(turn -> changing(turn.answers(), turn.history()).refreshed())
                .orElseGet(() -> noting(Ink.INFO, say("nothing-to-redo")));
    }

    /** The field in focus holds its answer again, after the answer has changed behind its back. */
    private Session refreshed() {
        return showing(view.holdingAnswer(this));
    }

    /** What to show: among ready answers or routes, the resources of the marked one. */
    Session tryingOut() {
        if (view instanceof Routes routes) {
            OpenedSet marked = routes.marked();
            return coming(Outcome.of(marked.answers(), setup.surroundings(), marked), Set.of());
        }
        Optional<Answers> tried = view instanceof Presets presets ? presets.marked(this) : Optional.empty();
        return tried.map(answers -> coming(Outcome.of(answers, setup), Set.of()))
                .orElse(this);
    }

    private Session coming(Outcome next, Set<Line> changes) {
        return new Session(setup, next, changes, view, history, notice, turned, scroll, save, savedTo, work, live);
    }

    private Session changing(Answers answers, History history) {
        if (answers.equals(answers())) {
            return this;
        }
        Outcome next = Outcome.of(answers, setup);
        Session changed = new Session(
                setup,
                next,
                next.preview().changedSince(preview()),
                view,
                history,
                notice,
                0,
                0,
                save,
                Optional.empty(),
                work,
                live);
        return changed.showing(view.on(changed));
    }

    /** Sends the worker off; what it was at before is dropped, unless that changes something and has to come to its end. */
    Step begin(Errand errand) {
        if (work.isChanging()) {
            return Step.to(noting(Ink.WARNING, say("work-busy")));
        }
        Session begun = with(work.begun(errand));
        return new Step(begun, List.of(new Effect.Begin(begun.work().number(), errand)));
    }

    /** Sends the worker to ask for something, and waits where that can be seen. */
    Step asking(Errand errand, View back) {
        Step step = begin(errand);
        return work.isChanging()
                ? step
                : new Step(
                        step.session()
                                .visiting(new Waiting(step.session().work().number(), back)),
                        step.effects());
    }

    /** What the worker was asked for is not wanted any more. */
    Step givingUp(View back) {
        return new Step(with(work.over()).visiting(back), work.isUnderWay() ? List.of(new Effect.Stop()) : List.of());
    }

    /** The worker is told to end, and to put back what it did. @param leaving whether that is the end of the session too */
    Step stopping(boolean leaving) {
        Session told = with(work.told(leaving)).noting(Ink.WARNING, say(leaving ? "work-leaving" : "work-stopping"));
        return Step.to(told, new Effect.Stop());
    }

    /** Whether the answers still come to what was rehearsed. */
    boolean isOf(Plan plan) {
        return isComplete()
                && wanted().equals(plan.changes().stream().map(Change::wanted).toList());
    }

    /** The set, which has to be complete. */
    Bundle bundle() {
        return Bundle.of(draft().route().orElseThrow());
    }

    /** The resources as they are shown, in the order of applying; of opened files the documents of the route alone. */
    List<Wanted> wanted() {
        return outcome.wanted();
    }

    /** Something ended the program in the middle, and that is said before anything else. */
    public Session finding(Receipt receipt, String time) {
        return visiting(new Unfinished(receipt, time, view));
    }

    /** With what was seen of a cluster; what nobody has answered adapts to it. */
    Session knowing(Surroundings seen) {
        Setup knowing = setup.knowing(seen);
        Outcome next = Outcome.of(answers(), knowing);
        return new Session(
                knowing,
                next,
                next.preview().changedSince(preview()),
                view,
                history,
                notice,
                turned,
                scroll,
                save,
                savedTo,
                work,
                live);
    }

    /** To where the answers are not complete yet. */
    Session unfinished() {
        Optional<Refusal> refusal =
                outcome.edited().flatMap(set -> set.refusals().stream().findFirst());
        if (refusal.isPresent()) {
            return noting(Ink.ERROR, new OpenedWords(setup.screens()).of(refusal.get()));
        }
        Session open = visiting(draft().missing().isEmpty() ? Problems.first(this) : way().firstOpen());
        return open.noting(Ink.WARNING, whatIsMissing());
    }

    String whatIsMissing() {
        if (draft().missing().isEmpty()) {
            return say("refused-answers");
        }
        String titles = draft().missing().stream()
                .map(field -> setup.screens().question(field).title())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
        return say("missing-answers", "questions", titles);
    }

    Session with(Work other) {
        return new Session(setup, outcome, changed, view, history, notice, turned, scroll, save, savedTo, other, live);
    }

    Session with(Live other) {
        return new Session(setup, outcome, changed, view, history, notice, turned, scroll, save, savedTo, work, other);
    }

    private Session with(
            View view,
            History history,
            Optional<Notice> notice,
            int turned,
            int scroll,
            SaveSpec save,
            Optional<String> savedTo) {
        return new Session(setup, outcome, changed, view, history, notice, turned, scroll, save, savedTo, work, live);
    }
}
