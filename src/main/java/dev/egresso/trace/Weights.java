package dev.egresso.trace;

import static dev.egresso.trace.Walk.said;

import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;

/** One of several destinations: a journey follows the heaviest, the first of equals; the others are its branches. */
final class Weights {
    private Weights() {}

    /** A single destination counts whatever its weight; of several, those without weight get nothing. */
    static Optional<Place> choose(List<Place> routes, Walk walk) {
        if (routes.size() <= 1) {
            return routes.stream().findFirst();
        }
        List<Place> weighing =
                routes.stream().filter(route -> weight(route) > 0).toList();
        int sum = weighing.stream().mapToInt(Weights::weight).sum();
        if (weighing.isEmpty()) {
            return Optional.empty();
        }
        Place chosen =
                weighing.get(walk.fork(weighing.stream().map(Weights::weight).toList()));
        if (weighing.size() > 1) {
            walk.assume("weight", weight(chosen) + " of " + sum);
            walk.ok(
                    Part.CLUSTER,
                    said("cluster-share", "weight", Integer.toString(weight(chosen)), "sum", Integer.toString(sum)),
                    chosen.at("weight"));
        }
        return Optional.of(chosen);
    }

    private static int weight(Place route) {
        return route.at("weight").number().orElse(0);
    }
}
