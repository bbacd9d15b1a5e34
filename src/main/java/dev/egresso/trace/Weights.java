package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;

/** One of several destinations: a journey follows the heaviest, the first of equals. */
final class Weights {
    private Weights() {}

    /** A single destination counts whatever its weight; of several, those without weight get nothing. */
    static Optional<Place> choose(List<Place> routes, Walk walk) {
        if (routes.size() <= 1) {
            return routes.stream().findFirst();
        }
        Place heaviest = null;
        int most = 0;
        for (Place route : routes) {
            int weight = route.at("weight").number().orElse(0);
            if (weight > most) {
                most = weight;
                heaviest = route;
            }
        }
        if (heaviest != null) {
            walk.assume("weight", Integer.toString(most));
        }
        return Optional.ofNullable(heaviest);
    }
}
