package dev.egresso.cluster;

import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Verdict;
import dev.egresso.rollout.Wanted;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What Egresso expects of an API server, theme by theme. The double is right where this says the same of a real one: run it
 * against the double by default, and against a cluster with {@code mvn verify -Pcluster -Degresso.context=NAME}.
 */
abstract class ClusterContract {
    ClusterScene scene;
    List<Wanted> set;
    private Ground ground;

    /** A server of its own or a namespace of its own, empty of our kinds. */
    abstract Ground ground();

    @BeforeEach
    final void begin() {
        ground = ground();
        scene = new ClusterScene(as(LiveCluster.MANAGER));
        set = Sets.webserver(namespace());
    }

    @AfterEach
    final void end() {
        ground.close();
    }

    /** As Egresso, or under another manager's name. */
    final LiveCluster as(String manager) {
        return ground.as(manager);
    }

    final String namespace() {
        return ground.namespace();
    }

    final Ground where() {
        return ground;
    }

    final void helmHas(Wanted wanted) {
        as("helm").api().apply(wanted, true, false);
    }

    final Wanted wanted(Kind kind) {
        return Sets.of(set, kind);
    }

    final Trouble refusal(Wanted wanted) {
        Change change = scene.cluster.plan(List.of(wanted), false).changes().get(0);
        org.assertj.core.api.Assertions.assertThat(change.verdict()).isEqualTo(Verdict.REFUSED);
        return change.trouble().orElseThrow();
    }

    static List<Verdict> verdicts(Plan plan) {
        return plan.changes().stream().map(Change::verdict).toList();
    }

    static Trouble trouble(Outcome outcome) {
        return outcome.trouble().orElseThrow();
    }
}
