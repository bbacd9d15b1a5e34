package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.cluster.ClusterDoor;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Trouble;
import dev.egresso.wizard.ClusterErrand;
import dev.egresso.wizard.Message;
import java.util.Optional;
import java.util.function.Function;

/** Asks clusters for what the wizard wants of them, on the worker's thread. */
final class ClusterErrands implements ClusterErrand.Of<Function<Worker.Line, Message>> {
    private final World world;

    ClusterErrands(Bundled bundled, Flags flags) {
        this.world = bundled.world();
    }

    private ClusterDoor door() {
        return ClusterDoor.of(world.environment(), world.home());
    }

    @Override
    public Function<Worker.Line, Message> contexts(ClusterErrand.Contexts errand) {
        return line -> {
            ClusterDoor.Contexts contexts = door().contexts();
            if (contexts.trouble().isPresent()) {
                return refused(contexts.trouble().get(), errand);
            }
            return contexts.entries().isEmpty()
                    ? refused(Trouble.of("no-kubeconfig"), errand)
                    : new Message.ContextsFound(errand.purpose(), contexts.entries());
        };
    }

    private static Message refused(Trouble trouble, ClusterErrand errand) {
        return new Message.ClusterRefused(trouble, errand, Optional.empty());
    }

    @Override
    public Function<Worker.Line, Message> look(ClusterErrand.Look errand) {
        return line -> within(errand.context(), errand, cluster -> {
            Sight sight = cluster.look(errand.namespace(), errand.host());
            Optional<Trouble> lost =
                    sight.unseen().stream().filter(Trouble::isOfTheConnection).findFirst();
            return lost.map(trouble -> refused(trouble, errand))
                    .orElseGet(() -> new Message.Seen(sight, errand.namespace()));
        });
    }

    /** Opened for each errand, since credentials may have been renewed meanwhile. */
    private Message within(Optional<String> context, ClusterErrand errand, Function<Cluster, Message> work) {
        ClusterDoor.Opening opening = door().open(context);
        if (opening instanceof ClusterDoor.Open open) {
            try (Cluster cluster = open.cluster()) {
                return work.apply(cluster);
            }
        }
        return refused(((ClusterDoor.Shut) opening).trouble(), errand);
    }
}
