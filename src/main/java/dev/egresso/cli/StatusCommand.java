package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.mesh.Namespace;
import dev.egresso.plain.StatusJson;
import dev.egresso.rollout.History;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.wizard.Ink;
import dev.egresso.wizard.SightRows;
import dev.egresso.wizard.Styled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso status}: what was applied to a cluster from here, and whether somebody changed it since. */
final class StatusCommand {
    private static final String SURROUNDINGS = "--surroundings";
    private static final String NAMESPACE = "--namespace";

    private StatusCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        ClusterWay.addTo(spec);
        spec.addOption(
                Egresso.flag(SURROUNDINGS, "Say what there is: Istio, its settings, its resources, your rights."));
        spec.addOption(Egresso.option(NAMESPACE, "NAME", "With --surroundings: where to look. Default default."));
        spec.addOption(Egresso.option("-o", "FORM", "text or json. Default text."));
        return spec;
    }

    static int run(ParseResult parsed, Bundled bundled) {
        String form = parsed.matchedOptionValue("-o", "text");
        if (!form.equals("text") && !form.equals("json")) {
            throw new Refusal(Exit.USAGE, "-o takes text or json, not " + form + ".");
        }
        ClusterWay way = new ClusterWay(parsed, bundled);
        if (parsed.hasMatchedOption(SURROUNDINGS)) {
            return surroundings(way, parsed, bundled);
        }
        History history = ClusterWay.receipts(bundled.world()).history();
        try (Cluster cluster = way.open(way.context())) {
            Map<Receipt, List<Standing>> standings = standings(cluster, history);
            if (form.equals("json")) {
                bundled.world().out().print(StatusJson.of(standings));
            } else {
                text(way, cluster, standings, bundled);
            }
            elsewhere(way, cluster, history);
            return standings.values().stream()
                            .flatMap(List::stream)
                            .anyMatch(standing -> standing.state() == Standing.State.UNKNOWN)
                    ? Exit.CLUSTER
                    : Exit.DONE;
        }
    }

    private static int surroundings(ClusterWay way, ParseResult parsed, Bundled bundled) {
        String namespace = parsed.matchedOptionValue(NAMESPACE, Namespace.DEFAULT.name());
        try (Cluster cluster = way.open(way.context())) {
            Sight sight = cluster.look(namespace, Optional.empty());
            way.say(way.rows().site(sight.site(), List.of()));
            way.print(SightRows.of(sight, namespace, bundled.screens()));
            boolean lost = sight.unseen().stream().anyMatch(Trouble::isOfTheConnection);
            return lost ? Exit.CLUSTER : Exit.DONE;
        }
    }

    /** Of each object only what the last receipt says that speaks of it. */
    private static Map<Receipt, List<Standing>> standings(Cluster cluster, History history) {
        Map<Receipt, List<Standing>> standings = new LinkedHashMap<>();
        Stream<Receipt> open = history.open().stream()
                .filter(receipt -> receipt.site().server().equals(cluster.site().server()));
        Stream.concat(open, history.inForce(cluster.site()).stream()).forEach(receipt -> {
            List<Standing> own = cluster.status(receipt).stream()
                    .filter(standing ->
                            !history.isOverlaid(receipt, standing.entry().address()))
                    .toList();
            if (!own.isEmpty()) {
                standings.put(receipt, own);
            }
        });
        return standings;
    }

    private static void text(ClusterWay way, Cluster cluster, Map<Receipt, List<Standing>> standings, Bundled bundled) {
        way.say(way.rows().site(cluster.site(), List.of()));
        if (standings.isEmpty()) {
            way.say("status-none", "context", cluster.site().context());
        }
        standings.forEach((receipt, own) -> {
            List<Styled> rows = new ArrayList<>();
            String id = receipt.isOpen() ? "status-open" : "status-applied";
            rows.add(Styled.of(receipt.name(), Ink.STRONG)
                    .plus("  ")
                    .plus(bundled.screens()
                            .say(
                                    id,
                                    "time",
                                    When.of(receipt.time(), bundled.world()),
                                    "person",
                                    receipt.person(),
                                    "receipt",
                                    receipt.id())));
            own.forEach(standing -> rows.add(way.rows().standing(standing)));
            receipt.selector()
                    .ifPresent(selector ->
                            rows.add(Styled.of(bundled.screens().say("status-find", "selector", selector), Ink.DIM)));
            way.print(rows);
        });
    }

    private static void elsewhere(ClusterWay way, Cluster cluster, History history) {
        long others = history.receipts().stream()
                .filter(receipt -> receipt.state() == Receipt.State.DONE)
                .filter(receipt -> receipt.act() == Receipt.Act.APPLY)
                .filter(receipt ->
                        !receipt.site().server().equals(cluster.site().server()))
                .count();
        if (others > 0) {
            way.say("status-elsewhere", "count", Long.toString(others));
        }
    }
}
