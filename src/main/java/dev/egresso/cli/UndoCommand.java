package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.files.Receipts;
import dev.egresso.rollout.History;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Ticket;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Undoing;
import dev.egresso.rollout.Watcher;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso undo}: as it was before an apply, or before another undo. */
final class UndoCommand {
    private static final String CHANGED_TOO = "--changed-too";

    private final ParseResult parsed;
    private final World world;
    private final ClusterWay way;
    private final Receipts receipts;
    private final boolean changedToo;

    private UndoCommand(ParseResult parsed, Bundled bundled) {
        this.parsed = parsed;
        this.world = bundled.world();
        this.way = new ClusterWay(parsed, bundled);
        this.receipts = ClusterWay.receipts(world);
        this.changedToo = parsed.hasMatchedOption(CHANGED_TOO);
    }

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("RECEIPT")
                .description("Which apply or undo. Default the last apply that stands, or what was left unfinished.")
                .build());
        ClusterWay.addTo(spec);
        spec.addOption(Egresso.flag(CHANGED_TOO, "Take back also what somebody changed since."));
        spec.addOption(Egresso.flag(ClusterWay.DRY_RUN, "Show what would be done, and write nothing."));
        spec.addOption(Egresso.flag(ClusterWay.YES, "Do not ask; for scripts."));
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        return new UndoCommand(parsed, bundled).run();
    }

    private int run() {
        History history = receipts.history();
        String id = parsed.matchedPositionalValue(0, "");
        Optional<Receipt> named = id.isEmpty() ? receipts.abandoned().stream().findFirst() : history.find(id);
        if (!id.isEmpty() && named.isEmpty()) {
            throw new Refusal(
                    Exit.BAD_INPUT,
                    "There is no receipt " + id + " in " + receipts.folder() + ".",
                    "egresso status lists them.");
        }
        try (Cluster cluster = named.map(receipt -> opened(way, receipt)).orElseGet(() -> way.open(way.context()))) {
            Optional<Receipt> meant = named.or(() -> history.lastApply(cluster.site()));
            if (meant.isEmpty()) {
                way.say("status-none", "context", cluster.site().context());
                return Exit.DONE;
            }
            return undo(cluster, meant.get());
        }
    }

    /** The cluster that a receipt is for; by its own context unless another one is named. */
    static Cluster opened(ClusterWay way, Receipt receipt) {
        Cluster cluster =
                way.open(way.context().or(() -> Optional.of(receipt.site().context())));
        if (!cluster.site().server().equals(receipt.site().server())) {
            String here = cluster.site().server();
            String context = cluster.site().context();
            cluster.close();
            throw way.refused(
                    Trouble.of("other-server", "server", receipt.site().server(), "context", context, "here", here));
        }
        return cluster;
    }

    private int undo(Cluster cluster, Receipt receipt) {
        if (receipt.state() == Receipt.State.PUT_BACK) {
            way.say("undo-no-work");
            return Exit.DONE;
        }
        Undoing undoing = cluster.undoing(receipt);
        way.say(way.rows().site(undoing.site(), receipt.namespaces()));
        if (undoing.trouble().isPresent()) {
            throw way.refused(undoing.trouble().get());
        }
        way.say(
                "undo-title",
                "person",
                receipt.person(),
                "time",
                When.of(receipt.time(), world),
                "receipt",
                receipt.id());
        way.say(way.rows().undoing(undoing, changedToo));
        if (undoing.isForeign() && !changedToo) {
            way.say("undo-changed-too");
        }
        if (!receipt.isOpen() && !undoing.hasWork(changedToo)) {
            way.say("undo-no-work");
            return Exit.DONE;
        }
        if (parsed.hasMatchedOption(ClusterWay.DRY_RUN)) {
            return Exit.DONE;
        }
        List<String> namespaces = receipt.namespaces();
        if (!way.isConfirmed(undoing.site(), namespaces, "undo-question")) {
            way.say("not-confirmed");
            return Exit.CANCELLED;
        }
        return way.turn(receipts, cluster)
                .during(() -> Attendance.during(way, Receipt.Act.UNDO, watcher -> takeBack(cluster, undoing, watcher)));
    }

    private int takeBack(Cluster cluster, Undoing undoing, Watcher watcher) {
        Receipt receipt = undoing.receipt();
        if (receipt.isOpen()) {
            return said(cluster.takeBack(receipt, changedToo, receipts, watcher), "undo-open-done");
        }
        Ticket ticket = way.ticket(receipts, receipt.name());
        return said(cluster.undo(undoing, changedToo, ticket, receipts, watcher), "undo-done");
    }

    private int said(Outcome outcome, String done) {
        if (outcome.trouble().isEmpty()) {
            way.say(done, "receipt", outcome.receipt().id());
            return Exit.DONE;
        }
        return ApplyCommand.failed(way, receipts, outcome);
    }
}
