package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.cluster.ClusterDoor;
import dev.egresso.files.Receipts;
import dev.egresso.mesh.Answers;
import dev.egresso.proof.Proof;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.History;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Pods;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Ticket;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Undoing;
import dev.egresso.rollout.Watcher;
import dev.egresso.trace.Request;
import dev.egresso.wizard.ClusterErrand;
import dev.egresso.wizard.Message;
import dev.egresso.wizard.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks clusters for what the wizard wants of them, on the worker's thread. A cluster is opened for each errand, since
 * the kubeconfig may have changed meanwhile; no credentials are in what comes back.
 */
final class ClusterErrands implements ClusterErrand.Of<Function<Worker.Line, Message>> {
    private final World world;
    private final Bundled bundled;
    private final Receipts receipts;
    private final ClusterDoor door;

    ClusterErrands(Bundled bundled) {
        this.world = bundled.world();
        this.bundled = bundled;
        this.receipts = ClusterWay.receipts(world);
        this.door = ClusterDoor.of(world.environment(), world.home());
    }

    private Message within(String context, ClusterErrand errand, Function<Cluster, Message> work) {
        ClusterDoor.Opening opening = door.open(Optional.of(context));
        if (opening instanceof ClusterDoor.Open open) {
            try (Cluster cluster = open.cluster()) {
                return work.apply(cluster);
            }
        }
        return refused(((ClusterDoor.Shut) opening).trouble(), errand, Optional.empty());
    }

    private static Message refused(Trouble trouble, ClusterErrand errand, Optional<String> command) {
        return new Message.ClusterRefused(trouble, errand, command);
    }

    @Override
    public Function<Worker.Line, Message> contexts(ClusterErrand.Contexts errand) {
        return line -> {
            ClusterDoor.Contexts contexts = door.contexts();
            if (contexts.trouble().isPresent()) {
                return refused(contexts.trouble().get(), errand, Optional.empty());
            }
            return contexts.entries().isEmpty()
                    ? refused(Trouble.of("no-kubeconfig"), errand, Optional.empty())
                    : new Message.ContextsFound(errand.purpose(), contexts.entries());
        };
    }

    @Override
    public Function<Worker.Line, Message> namespaces(ClusterErrand.Namespaces errand) {
        return line -> within(
                errand.context(),
                errand,
                cluster -> new Message.NamespacesFound(errand.purpose(), cluster.namespaces()));
    }

    @Override
    public Function<Worker.Line, Message> look(ClusterErrand.Look errand) {
        return line -> within(errand.context(), errand, cluster -> {
            Sight sight = cluster.look(errand.namespace(), errand.host());
            Optional<Trouble> lost =
                    sight.unseen().stream().filter(Trouble::isOfTheConnection).findFirst();
            return lost.map(trouble -> refused(trouble, errand, Optional.empty()))
                    .orElseGet(() -> new Message.Seen(sight, errand.namespace()));
        });
    }

    @Override
    public Function<Worker.Line, Message> rehearse(ClusterErrand.Rehearse errand) {
        return line -> within(errand.context(), errand, cluster -> {
            Optional<Receipt> open = openAt(cluster);
            if (open.isPresent()) {
                return new Message.FoundOpen(open.get(), When.of(open.get().time(), world));
            }
            Plan plan = cluster.plan(errand.wanted(), errand.taken().isPresent());
            Optional<Trouble> lost = plan.trouble().filter(Trouble::isOfTheConnection);
            String command = Repeat.applying(world.program(), errand.context(), errand.opened(), errand.answers());
            return lost.map(trouble -> refused(trouble, errand, Optional.of(command)))
                    .orElseGet(() -> new Message.Rehearsed(
                            plan,
                            errand.taken(),
                            Rivals.of(cluster, plan).entries(),
                            HandOver.of(plan, byKubectl(errand.opened(), errand.answers())),
                            command));
        });
    }

    /** As somebody with the rights applies it. */
    private static String byKubectl(Optional<OpenedSet> opened, Answers answers) {
        return HandOver.printedBy(Repeat.printing("egresso", opened, answers));
    }

    /** Half a set is no ground to apply another one on. */
    private Optional<Receipt> openAt(Cluster cluster) {
        return receipts.abandoned().stream()
                .filter(receipt -> receipt.site().server().equals(cluster.site().server()))
                .findFirst();
    }

    @Override
    public Function<Worker.Line, Message> apply(ClusterErrand.Apply errand) {
        return line -> within(errand.whom(), errand, inTurn(errand, cluster -> {
            Ticket ticket = ClusterWay.ticket(world, receipts, WantedSet.name(errand.answers()));
            Outcome outcome = cluster.apply(errand.plan(), ticket, receipts, watching(line));
            String again = Repeat.applying(world.program(), errand.whom(), errand.opened(), errand.answers());
            return rolled(
                    cluster,
                    outcome,
                    List.of(),
                    HandOver.of(outcome, byKubectl(errand.opened(), errand.answers())),
                    List.of(again),
                    line);
        }));
    }

    @Override
    public Function<Worker.Line, Message> finish(ClusterErrand.Finish errand) {
        return line -> sameServer(
                errand.receipt(),
                errand,
                inTurn(
                        errand,
                        cluster -> rolled(
                                cluster,
                                cluster.finish(errand.receipt(), receipts, watching(line)),
                                List.of(),
                                HandOver.NONE,
                                List.of(),
                                line)));
    }

    @Override
    public Function<Worker.Line, Message> foresee(ClusterErrand.Foresee errand) {
        History history = receipts.history();
        Optional<Receipt> named = errand.receipt().flatMap(history::find);
        return line -> named.isPresent()
                ? sameServer(named.get(), errand, cluster -> foreseen(cluster, named.get(), errand))
                : within(errand.context(), errand, cluster -> history.lastApply(cluster.site())
                        .map(last -> foreseen(cluster, last, errand))
                        .orElseGet(() -> new Message.NothingThere(
                                bundled.screens().say("status-none", "context", errand.context()))));
    }

    private Message foreseen(Cluster cluster, Receipt receipt, ClusterErrand errand) {
        Undoing undoing = cluster.undoing(receipt);
        return undoing.trouble()
                .map(trouble -> refused(
                        trouble,
                        errand,
                        Optional.of(
                                Repeat.undoing(world.program(), receipt.site().context(), receipt.id()))))
                .orElseGet(() -> new Message.Foreseen(undoing, When.of(receipt.time(), world)));
    }

    @Override
    public Function<Worker.Line, Message> undo(ClusterErrand.Undo errand) {
        Receipt receipt = errand.undoing().receipt();
        return line -> sameServer(receipt, errand, inTurn(errand, cluster -> {
            Outcome outcome = receipt.isOpen()
                    ? cluster.takeBack(receipt, errand.changedToo(), receipts, watching(line))
                    : cluster.undo(
                            errand.undoing(),
                            errand.changedToo(),
                            ClusterWay.ticket(world, receipts, receipt.name()),
                            receipts,
                            watching(line));
            return rolled(cluster, outcome, errand.undoing().left(errand.changedToo()), HandOver.NONE, List.of(), line);
        }));
    }

    @Override
    public Function<Worker.Line, Message> pods(ClusterErrand.Pods errand) {
        return line -> errand.receipt().isPresent()
                ? sameServer(
                        errand.receipt().get(),
                        errand,
                        cluster -> pods(cluster, errand.receipt().get(), errand, line))
                : within(errand.context(), errand, cluster -> receipts.history()
                        .lastApply(cluster.site())
                        .map(last -> pods(cluster, last, errand, line))
                        .orElseGet(() -> new Message.NothingThere(
                                bundled.screens().say("status-none", "context", errand.context()))));
    }

    /** Without a pod to ask from, the objects alone are looked at. */
    private static Message pods(Cluster cluster, Receipt receipt, ClusterErrand.Pods errand, Worker.Line line) {
        String namespace = receipt.namespaces().get(0);
        Pods found = cluster.pods(namespace);
        Proving proving = proving(cluster, receipt, line);
        Optional<Request> request = errand.request().or(proving::usualRequest);
        if (!found.usable().isEmpty()) {
            return new Message.PodsFound(receipt, found.usable(), request);
        }
        Trouble why = found.trouble().orElse(Trouble.of("no-pods", "namespace", namespace));
        return why.isOfTheConnection()
                ? refused(why, errand, Optional.empty())
                : new Message.ProofFound(receipt, proving.withoutPod(why, request), request);
    }

    private static Proving proving(Cluster cluster, Receipt receipt, Worker.Line line) {
        return new Proving(cluster, receipt, (words, about) -> line.tell(new Progress.Stepped(words, about)));
    }

    @Override
    public Function<Worker.Line, Message> prove(ClusterErrand.Prove errand) {
        return line -> sameServer(errand.receipt(), errand, cluster -> {
            Pods found = cluster.pod(errand.namespace(), errand.pod());
            return found.trouble()
                    .map(trouble -> refused(trouble, errand, Optional.empty()))
                    .orElseGet(() -> proved(
                            proving(cluster, errand.receipt(), line),
                            found.pods().get(0),
                            errand));
        });
    }

    private static Message proved(Proving proving, Pod pod, ClusterErrand.Prove errand) {
        Optional<Request> request = errand.request().or(proving::usualRequest);
        Proof proof = request.map(asked -> proving.from(pod, Optional.empty(), asked))
                .orElseGet(() -> proving.ofObjects().without(Trouble.of("no-request")));
        return new Message.ProofFound(errand.receipt(), proof, request);
    }

    /** Work that changes the cluster, while no other process does. */
    private Function<Cluster, Message> inTurn(ClusterErrand errand, Function<Cluster, Message> work) {
        return cluster -> {
            String server = cluster.site().server();
            return receipts.turn(server)
                    .map(turn -> turn.during(() -> work.apply(cluster)))
                    .orElseGet(() -> refused(ClusterWay.othersTurn(server), errand, Optional.empty()));
        };
    }

    /** The context of a receipt may lead elsewhere by now. */
    private Message sameServer(Receipt receipt, ClusterErrand errand, Function<Cluster, Message> work) {
        return within(receipt.site().context(), errand, cluster -> {
            String here = cluster.site().server();
            String there = receipt.site().server();
            return here.equals(there)
                    ? work.apply(cluster)
                    : refused(
                            Trouble.of(
                                    "other-server",
                                    "server",
                                    there,
                                    "context",
                                    receipt.site().context(),
                                    "here",
                                    here),
                            errand,
                            Optional.empty());
        });
    }

    private static Watcher watching(Worker.Line line) {
        return new Watcher() {
            @Override
            public void saw(Address address, Moment moment) {
                line.tell(new Progress.Moved(address, moment));
            }

            @Override
            public boolean goesOn() {
                return line.goesOn();
            }
        };
    }

    /** Reads again how everything stands, so that it is proved and not only believed. */
    /** @param left what was left as it is, since somebody changed or uses it */
    private Message rolled(
            Cluster cluster,
            Outcome outcome,
            List<Standing> left,
            HandOver handOver,
            List<String> again,
            Worker.Line line) {
        Receipt receipt = outcome.receipt();
        List<Standing> standings = outcome.isDone()
                ? Stream.concat(cluster.status(receipt).stream(), left.stream()).toList()
                : List.of();
        String undo = Repeat.undoing(world.program(), receipt.site().context(), receipt.id());
        List<String> commands = Stream.concat(again.stream(), Stream.of(undo)).toList();
        if (line.isLast()) {
            Ending.of(outcome, receipts, bundled.screens()).forEach(world::say);
        }
        return new Message.Rolled(
                outcome, standings, handOver, commands, receipts.folder().toString());
    }
}
