package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Surroundings;
import dev.egresso.outside.Finding;
import dev.egresso.outside.Found;
import dev.egresso.proof.Proof;
import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Undoing;
import dev.egresso.trace.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that can happen to a session; each message knows what it does. */
public sealed interface Message {
    Step on(Session session);

    /** A key that moves or edits. */
    record Pressed(Key key) implements Message {
        @Override
        public Step on(Session session) {
            Session clear = session.quiet();
            return clear.view().press(clear, key);
        }
    }

    /** Text from the keyboard, or pasted as a whole. */
    record Typed(String text) implements Message {
        @Override
        public Step on(Session session) {
            Session clear = session.quiet();
            return clear.view().type(clear, text);
        }
    }

    /** A command that is the same everywhere. */
    record Do(Action action) implements Message {
        @Override
        public Step on(Session session) {
            return action.run(session.quiet());
        }
    }

    /** A place on the page was clicked that leads to another view. */
    record Visit(View view) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.quiet().visiting(view));
        }
    }

    /** A choice was clicked. */
    record Chosen(FieldId field, int index) implements Message {
        @Override
        public Step on(Session session) {
            Session asked = session.quiet().visiting(session.way().at(field));
            return Step.to(Form.chosen(asked, session.setup().screens().question(field), index));
        }
    }

    /** The wheel was turned, or a pane is to be moved. */
    record Scrolled(int rows) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.scrolledBy(rows));
        }
    }

    /** The resources were written. */
    record Saved(List<String> paths, int lines, boolean unchanged) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.writing().saved(paths, lines, unchanged));
        }
    }

    /** The opened files were written. */
    record WrittenBack(List<String> paths) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.writing().writtenBack(paths));
        }
    }

    /** Nothing was written into the opened files. */
    record NotWrittenBack(String why) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(new Review()).noting(Ink.ERROR, why));
        }
    }

    /** A file of that name is there and says something else. */
    record SaveDiffers(SaveSpec spec, List<Styled> difference) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(new Overwriting(spec, difference, 0)));
        }
    }

    /** The folder that the file should go to is not there. */
    record FolderMissing(SaveSpec spec, String folder) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(new MakingFolder(spec, folder)));
        }
    }

    /** Nothing was written. */
    record SaveRefused(SaveSpec spec, String why) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(Saving.of(session, spec)).noting(Ink.ERROR, why));
        }
    }

    /** The answers came back from the person's editor. */
    record Edited(Answers answers) implements Message {
        @Override
        public Step on(Session session) {
            boolean same = answers.equals(session.answers());
            return Step.to(session.answeringAll(answers)
                    .visiting(new Review())
                    .noting(Ink.OK, session.say(same ? "edited-same" : "edited")));
        }
    }

    /** Time went by while the worker was at something. @param quarters of a second since it began */
    record Ticked(int number, int quarters) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(
                    session.work().is(number) ? session.with(session.work().after(quarters)) : session);
        }
    }

    /** The worker came a little further. */
    record Progressed(int number, Progress progress) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(
                    session.work().is(number) ? session.with(session.work().with(progress)) : session);
        }
    }

    /** The worker is done. What nobody waits for any more is dropped; what was changed out there is always said. */
    record Ended(int number, Message reply) implements Message {
        @Override
        public Step on(Session session) {
            Work work = session.work();
            if (!work.is(number)) {
                return Step.to(session);
            }
            Session over = session.with(work.over());
            if (!work.isChanging() && !isAwaited(session.view())) {
                return Step.to(over);
            }
            Step step = reply.on(over);
            return work.leaving() ? Step.to(step.session(), new Effect.Leave()) : step;
        }

        private boolean isAwaited(View view) {
            return view instanceof Waiting waiting && waiting.number() == number;
        }
    }

    /** The contexts of the kubeconfig, at least one. */
    record ContextsFound(Choosing.Purpose purpose, List<ContextEntry> contexts) implements Message {
        @Override
        public Step on(Session session) {
            List<ContextEntry> ordered = contexts.stream()
                    .sorted(Comparator.comparing(entry -> !entry.current()))
                    .toList();
            int last = session.live()
                    .context()
                    .map(name ->
                            ordered.stream().map(ContextEntry::name).toList().indexOf(name))
                    .orElse(0);
            View back = ClusterView.behind(session.view());
            return Step.to(session.visiting(new Choosing(purpose, ordered, Math.max(0, last), back)));
        }
    }

    /** What is around the route. */
    record Seen(Sight sight, String namespace) implements Message {
        @Override
        public Step on(Session session) {
            View back = ClusterView.behind(session.view());
            Surroundings seen = sight.surroundings();
            Optional<String> usual =
                    session.live().context().map(ContextEntry::namespace).filter(name -> !name.isEmpty());
            Surroundings here = usual.map(
                            name -> seen.withInventory(seen.inventory().in(name)))
                    .orElse(seen);
            Session knowing = session.with(session.live().seeing(sight)).knowing(here);
            return Step.to(knowing.visiting(new Looked(sight, namespace, 0, back)));
        }
    }

    /** The namespaces that there are, as far as this person may see them. */
    record NamespacesFound(Choosing.Purpose purpose, List<String> names) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(ChoosingNamespace.of(session, purpose, names)));
        }
    }

    /**
     * What applying would come to. What was asked for before the answers changed is of no use any more.
     *
     * @param rivals ServiceEntries of others for a host that would be registered anew
     */
    record Rehearsed(Plan plan, Optional<Plan> taken, List<Manifest> rivals, HandOver handOver, String command)
            implements Message {
        @Override
        public Step on(Session session) {
            View back = ClusterView.behind(session.view());
            return Step.to(
                    session.isOf(plan)
                            ? session.with(session.live().rehearsed(plan))
                                    .visiting(new Planned(plan, taken, rivals, handOver, command, 0, back))
                            : session.visiting(back).noting(Ink.WARNING, session.say("planned-void")));
        }
    }

    /** What taking back would come to. @param time when the receipt was written, as a person reads it */
    record Foreseen(Undoing undoing, String time) implements Message {
        @Override
        public Step on(Session session) {
            View back = ClusterView.behind(session.view());
            return Step.to(session.visiting(new TakingBack(undoing, false, time, 0, back)));
        }
    }

    /** There is nothing to take back. */
    record NothingThere(String why) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(ClusterView.behind(session.view())).noting(Ink.INFO, why));
        }
    }

    /** A cluster was changed, or was to be. */
    record Rolled(
            dev.egresso.rollout.Outcome outcome,
            List<Standing> standings,
            HandOver handOver,
            List<String> commands,
            String kept)
            implements Message {
        @Override
        public Step on(Session session) {
            View back = ClusterView.behind(session.view());
            RolledOut sheet =
                    new RolledOut(outcome, session.work().progress(), standings, handOver, commands, kept, 0, back);
            Live live = session.live();
            return Step.to(session.with(live.with(live.deeds().over(sheet, session.answers())))
                    .quiet()
                    .visiting(sheet));
        }
    }

    /** Pods that a request could be sent from, at least one. */
    record PodsFound(Receipt receipt, List<Pod> pods, Optional<Request> request) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.visiting(ChoosingPod.of(receipt, pods, request, cameFrom(session.view()))));
        }
    }

    /** What came of a proof. */
    record ProofFound(Receipt receipt, Proof proof, Optional<Request> request) implements Message {
        @Override
        public Step on(Session session) {
            Proved sheet = new Proved(receipt, proof, request, 0, cameFrom(session.view()));
            return Step.to(session.with(session.live().proved(sheet)).visiting(sheet));
        }
    }

    /** What was done stays so, so a proof leads back to the sheet that says it. */
    private static View cameFrom(View view) {
        return view instanceof Waiting waiting ? waiting.back() : ClusterView.behind(view);
    }

    /** Something was begun before and not finished. */
    record FoundOpen(Receipt receipt, String time) implements Message {
        @Override
        public Step on(Session session) {
            View back = ClusterView.behind(session.view());
            return Step.to(session.visiting(new Unfinished(receipt, time, back)));
        }
    }

    /** The cluster could not be asked. @param command that does the same from a shell */
    record ClusterRefused(Trouble trouble, ClusterErrand errand, Optional<String> command) implements Message {
        @Override
        public Step on(Session session) {
            boolean proving = errand.purpose() == Choosing.Purpose.PROVE;
            View back = proving ? cameFrom(session.view()) : ClusterView.behind(session.view());
            Live live = session.live();
            Session known = errand.changesSomething()
                    ? session.with(live.with(live.deeds().notBegun()))
                    : session;
            return Step.to(known.visiting(new Hindered(trouble, errand, command, back)));
        }
    }

    /** What the external service said. */
    record ServiceAnswered(Found found, List<Finding> findings) implements Message {
        @Override
        public Step on(Session session) {
            View back = ClusterView.behind(session.view());
            return Step.to(session.visiting(new Probed(found, findings, 0, 0, back)));
        }
    }

    /** Something of the world's to say. */
    record Noted(Ink ink, String text) implements Message {
        @Override
        public Step on(Session session) {
            return Step.to(session.noting(ink, text));
        }
    }
}
