package dev.egresso.proof;

import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a set in a cluster: whether its objects stand as they were applied, and, from a pod, whether a request
 * and the sidecar do as the trace foretold.
 *
 * @param journey of the request, as foretold
 * @param pod that was asked from, if one was chosen
 * @param points that could be compared
 * @param unseen why some of it could not be
 * @param commands that show the same by hand
 */
public record Proof(
        List<Standing> standings,
        Optional<Journey> journey,
        Optional<Pod> pod,
        List<Point> points,
        List<Trouble> unseen,
        List<List<String>> commands) {
    public Proof {
        standings = List.copyOf(standings);
        points = List.copyOf(points);
        unseen = List.copyOf(unseen);
        commands = List.copyOf(commands);
    }

    /** Of the objects alone. */
    public static Proof ofObjects(List<Standing> standings) {
        return new Proof(standings, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
    }

    /** With a journey to hold things against. */
    public Proof from(Pod from, Journey foretold) {
        return new Proof(standings, Optional.of(foretold), Optional.of(from), points, unseen, commands);
    }

    /** What the sidecar said of itself. */
    public Proof withSidecar(Spoken spoken) {
        Optional<ProxyConfig> config = ProxyConfig.read(spoken.out());
        if (config.isEmpty()) {
            Trouble unread = Trouble.of(spoken.whole() ? "no-config-dump" : "dump-too-large");
            return without(spoken.trouble().orElse(unread));
        }
        Comparison comparison = comparison();
        comparison.with(config.get());
        return plus(comparison.points());
    }

    /** What the request was answered. */
    public Proof withAnswer(Spoken spoken) {
        if (spoken.trouble().isPresent()) {
            return without(spoken.trouble().get());
        }
        Comparison comparison = comparison();
        comparison.with(Answer.of(spoken));
        return plus(comparison.points());
    }

    private Comparison comparison() {
        return new Comparison(journey.orElseThrow(() -> new IllegalStateException("nothing was foretold")));
    }

    private Proof plus(List<Point> more) {
        List<Point> all = new ArrayList<>(points);
        all.addAll(more);
        return new Proof(standings, journey, pod, all, unseen, commands);
    }

    /** Something could not be asked, for that reason; each reason is said once. */
    public Proof without(Trouble why) {
        List<Trouble> all = new ArrayList<>(unseen);
        if (!all.contains(why)) {
            all.add(why);
        }
        return new Proof(standings, journey, pod, points, all, commands);
    }

    public Proof byHand(List<List<String>> these) {
        return new Proof(standings, journey, pod, points, unseen, these);
    }

    /** Nothing that was seen is otherwise than it was applied or foretold. */
    public boolean holds() {
        return standings.stream().allMatch(standing -> standing.state() == Standing.State.AS_APPLIED)
                && points.stream().allMatch(Point::agrees);
    }
}
