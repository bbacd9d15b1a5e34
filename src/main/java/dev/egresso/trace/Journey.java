package dev.egresso.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The way of one request.
 *
 * @param status the status that the application sees, if the sidecar decides it
 * @param flags Envoy's response flags, such as {@code UF,URX}
 * @param cluster the name of the cluster that the sidecar chose
 * @param hops in the order in which they happen
 * @param assumed all that was assumed and mattered
 * @param branches what becomes of the other requests, where a rule divides them among several destinations
 */
public record Journey(
        Request request,
        Outcome outcome,
        OptionalInt status,
        Optional<String> flags,
        Optional<String> cluster,
        Upstream upstream,
        List<Hop> hops,
        List<Assumption> assumed,
        List<Branch> branches) {
    public Journey {
        hops = List.copyOf(hops);
        assumed = List.copyOf(assumed);
        branches = List.copyOf(branches);
    }

    Journey with(List<Branch> others) {
        return new Journey(request, outcome, status, flags, cluster, upstream, hops, assumed, others);
    }

    public boolean isReached() {
        return outcome == Outcome.REACHED;
    }

    /** How a stage went: the worst of its hops. */
    public Standing standing(Stage stage) {
        Standing worst = Standing.NOT_REACHED;
        for (Hop hop : hops) {
            if (hop.stage() == stage && hop.standing().compareTo(worst) > 0) {
                worst = hop.standing();
            }
        }
        return worst;
    }

    /** The hop that ended the way before its time. */
    public Optional<Hop> failure() {
        return hops.stream().filter(hop -> hop.standing() == Standing.FAIL).findFirst();
    }
}
