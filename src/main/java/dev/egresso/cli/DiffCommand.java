package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.Plan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code egresso diff}: what applying would change, as the server itself would store it. Exit codes as kubectl's. */
final class DiffCommand {
    private static final String FORCE = "--force-conflicts";

    private DiffCommand() {}

    static CommandSpec spec(CommandSpec spec, Bundled bundled) {
        spec.addPositional(ResourceFiles.positional());
        AnswerFlags.addTo(spec, bundled);
        OpenedFiles.addTo(spec);
        ClusterWay.addTo(spec);
        spec.addOption(forceOption());
        return spec;
    }

    static picocli.CommandLine.Model.OptionSpec forceOption() {
        return Egresso.flag(FORCE, "Take over fields that belong to somebody else.");
    }

    static boolean force(ParseResult parsed) {
        return parsed.hasMatchedOption(FORCE);
    }

    static int run(ParseResult parsed, Bundled bundled) {
        WantedSet asked = WantedSet.of(parsed, bundled);
        ClusterWay way = new ClusterWay(parsed, bundled);
        try (Cluster cluster = way.open(way.context())) {
            WantedSet set = asked.beside(cluster, way, bundled);
            Plan plan = cluster.plan(set.wanted(), force(parsed));
            way.say(way.rows().site(plan.site(), plan.namespaces()));
            for (Change change : plan.changes()) {
                way.print(way.rows().difference(change));
            }
            if (!plan.isPossible()) {
                way.say(plan);
                return Exit.CLUSTER;
            }
            if (set.mayBringSecond()) {
                way.say(Rivals.of(cluster, plan));
            }
            return plan.hasDifference() ? Exit.CANCELLED : Exit.DONE;
        }
    }
}
