package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.files.Receipts;
import dev.egresso.rollout.HandOver;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Ticket;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso apply}: all of it or nothing, with a receipt that takes it back. */
final class ApplyCommand {
    private static final String FINISH = "--finish";

    private final ParseResult parsed;
    private final Bundled bundled;
    private final ClusterWay way;
    private final Receipts receipts;

    private ApplyCommand(ParseResult parsed, Bundled bundled) {
        this.parsed = parsed;
        this.bundled = bundled;
        this.way = new ClusterWay(parsed, bundled);
        this.receipts = ClusterWay.receipts(bundled.world());
    }

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        spec.addPositional(ResourceFiles.positional());
        AnswerFlags.addTo(spec, bundled);
        OpenedFiles.addTo(spec);
        ClusterWay.addTo(spec);
        spec.addOption(DiffCommand.forceOption());
        spec.addOption(Egresso.flag(ClusterWay.DRY_RUN, "Let the server rehearse it, and write nothing."));
        spec.addOption(Egresso.flag(ClusterWay.YES, "Do not ask; for scripts."));
        spec.addOption(Egresso.flag(FINISH, "Go on with what was begun and not finished."));
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        ApplyCommand command = new ApplyCommand(parsed, bundled);
        return parsed.hasMatchedOption(FINISH) ? command.finish() : command.apply();
    }

    private int apply() {
        WantedSet asked = WantedSet.of(parsed, bundled);
        try (Cluster cluster = way.open(way.context())) {
            refuseBesideOpen(cluster);
            WantedSet set = asked.beside(cluster, way, bundled);
            Plan plan = cluster.plan(set.wanted(), DiffCommand.force(parsed));
            way.sayWhere(plan);
            if (!plan.isPossible()) {
                way.say(way.rows().handOver(HandOver.of(plan, set.byKubectl())));
                return Exit.CLUSTER;
            }
            if (set.mayBringSecond()) {
                set.refuseSecond(Rivals.of(cluster, plan), way, parsed);
            }
            if (parsed.hasMatchedOption(ClusterWay.DRY_RUN)) {
                return Exit.DONE;
            }
            if (plan.changesNothing()) {
                way.say("plan-nothing");
                return Exit.DONE;
            }
            if (!way.isConfirmed(plan.site(), plan.namespaces(), "apply-question")) {
                way.say("not-confirmed");
                return Exit.CANCELLED;
            }
            Ticket ticket = way.ticket(receipts, set.name());
            return way.turn(receipts, cluster)
                    .during(() -> Attendance.during(
                            way,
                            Receipt.Act.APPLY,
                            watcher -> said(cluster, cluster.apply(plan, ticket, receipts, watcher))));
        }
    }

    /** Half a set is no ground to apply another one on. */
    private void refuseBesideOpen(Cluster cluster) {
        Optional<Receipt> open = receipts.abandoned().stream()
                .filter(receipt -> receipt.site().server().equals(cluster.site().server()))
                .findFirst();
        if (open.isPresent() && !parsed.hasMatchedOption(ClusterWay.DRY_RUN)) {
            throw new Refusal(Exit.CLUSTER, "Nothing new is applied before that is finished or taken back.");
        }
    }

    private int finish() {
        Receipt open = receipts.abandoned().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Exit.BAD_INPUT, "Nothing was begun and left unfinished."));
        try (Cluster cluster = UndoCommand.opened(way, open)) {
            way.say(way.rows().site(cluster.site(), open.namespaces()));
            if (!way.isConfirmed(cluster.site(), open.namespaces(), "apply-question")) {
                way.say("not-confirmed");
                return Exit.CANCELLED;
            }
            return way.turn(receipts, cluster)
                    .during(() -> Attendance.during(
                            way, open.act(), watcher -> said(cluster, cluster.finish(open, receipts, watcher))));
        }
    }

    private int said(Cluster cluster, Outcome outcome) {
        String id = outcome.receipt().id();
        if (outcome.isDone()) {
            List<Standing> standings = cluster.status(outcome.receipt());
            boolean there = standings.stream().allMatch(standing -> standing.state() == Standing.State.AS_APPLIED);
            way.say(there ? "apply-done" : "apply-changed-already", "receipt", id);
            return Exit.DONE;
        }
        return failed(way, receipts, outcome);
    }

    /** Why it failed, and how the cluster is left. */
    static int failed(ClusterWay way, Receipts receipts, Outcome outcome) {
        Ending.of(outcome, receipts, way.screens()).forEach(way::tell);
        String first = outcome.cause()
                .or(outcome::trouble)
                .map(trouble -> trouble.id())
                .orElse("");
        return switch (first) {
            case "cancelled" -> Exit.CANCELLED;
            case "no-receipt" -> Exit.CANNOT_WRITE;
            default -> Exit.CLUSTER;
        };
    }
}
