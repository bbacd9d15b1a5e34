package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.egresso.cluster.MeddlingApi.Killed;
import dev.egresso.cluster.MeddlingApi.What;
import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.Conflict;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Verdict;
import dev.egresso.rollout.Wanted;
import dev.egresso.rollout.Watcher;
import dev.egresso.yaml.TextDifference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Egresso expects of an API server. The double is right where this says the same of a real one: run it against the
 * double by default, and against a cluster with {@code mvn verify -Pcluster -Degresso.context=NAME}.
 */
abstract class ClusterContract {
    private ClusterScene scene;
    private List<Wanted> set;

    /** As Egresso, or under another manager's name. */
    abstract LiveCluster as(String manager);

    /** Empty of our kinds. */
    abstract String namespace();

    @BeforeEach
    void begin() {
        scene = new ClusterScene(as(LiveCluster.MANAGER));
        set = Sets.webserver(namespace());
    }

    private void helmHas(Wanted wanted) {
        as("helm").api().apply(wanted, true, false);
    }

    private Wanted wanted(Kind kind) {
        return Sets.of(set, kind);
    }

    private List<Verdict> verdicts(Plan plan) {
        return plan.changes().stream().map(Change::verdict).toList();
    }

    private static Trouble trouble(Outcome outcome) {
        return outcome.trouble().orElseThrow();
    }

    @Test
    void a_rehearsal_says_what_would_be_made_and_makes_nothing() {
        Plan plan = scene.cluster.plan(set, false);
        assertThat(plan.trouble()).isEmpty();
        assertThat(plan.changes().stream().map(change -> change.address().kind()))
                .containsExactly(Kind.SERVICE_ENTRY, Kind.DESTINATION_RULE, Kind.VIRTUAL_SERVICE, Kind.SERVICE);
        assertThat(verdicts(plan)).containsOnly(Verdict.CREATE);
        assertThat(scene.picture(set).values()).containsOnly(Optional.empty());
    }

    @Test
    void what_is_applied_is_there_and_is_ours() {
        Receipt receipt = scene.applied(set);
        assertThat(receipt.state()).isEqualTo(Receipt.State.DONE);
        for (Wanted wanted : set) {
            LiveObject live = scene.live(wanted);
            assertThat(live.writers()).contains("egresso");
            assertThat(live.textAt("metadata", "labels", "app.kubernetes.io/managed-by"))
                    .isEqualTo("egresso");
        }
        assertThat(scene.cluster.status(receipt).stream().map(Standing::state)).containsOnly(Standing.State.AS_APPLIED);
    }

    @Test
    void applying_the_same_again_changes_nothing() {
        scene.applied(set);
        Map<Address, Optional<LiveObject>> picture = scene.picture(set);
        Plan plan = scene.cluster.plan(set, false);
        assertThat(verdicts(plan)).containsOnly(Verdict.SAME);
        assertThat(plan.hasDifference()).isFalse();
        scene.applied(set);
        assertThat(scene.picture(set)).isEqualTo(picture);
    }

    @Test
    void a_change_shows_the_line_that_changes() {
        scene.applied(set);
        List<Wanted> slower = Sets.webserver(namespace(), "7s");
        Plan plan = scene.cluster.plan(slower, false);
        assertThat(verdicts(plan)).containsExactly(Verdict.SAME, Verdict.SAME, Verdict.CHANGE, Verdict.SAME);
        TextDifference difference = plan.changes().get(2).difference();
        assertThat(difference.rows().stream()
                        .filter(row -> row.kind() != TextDifference.Kind.SAME)
                        .map(row -> row.kind().sign() + row.text().strip()))
                .containsExactly("-timeout: 3s", "+timeout: 7s");
    }

    @Test
    void a_field_of_another_manager_is_a_conflict_with_its_name() {
        helmHas(Sets.changed(wanted(Kind.VIRTUAL_SERVICE), "timeout: 3s", "timeout: 9s"));
        Plan plan = scene.cluster.plan(set, false);
        assertThat(plan.isPossible()).isFalse();
        assertThat(plan.needsForce()).isTrue();
        assertThat(plan.changes().get(2).conflicts()).containsExactly(new Conflict("helm", ".spec.http"));
        assertThat(plan.changes().get(2).difference().isEmpty()).isFalse();
        assertThatThrownBy(() -> scene.cluster.apply(plan, scene.ticket(), scene::keep, Watcher.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_port_of_another_manager_is_named_by_its_number() {
        helmHas(Sets.changed(wanted(Kind.SERVICE), "appProtocol: http", "appProtocol: tcp"));
        Plan plan = scene.cluster.plan(set, false);
        assertThat(plan.changes().get(3).conflicts())
                .containsExactly(new Conflict("helm", ".spec.ports[port=80,protocol=\"TCP\"].appProtocol"));
    }

    @Test
    void a_conflict_that_is_forced_takes_the_field_and_undoing_gives_it_back() {
        helmHas(Sets.changed(wanted(Kind.VIRTUAL_SERVICE), "timeout: 3s", "timeout: 9s"));
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        assertThat(scene.apply(scene.cluster, set, true).isDone()).isTrue();
        assertThat(scene.live(wanted(Kind.VIRTUAL_SERVICE)).text()).contains("timeout: 3s");
        assertThat(scene.undo(scene.last(), false).isDone()).isTrue();
        scene.looksLike(before);
        assertThat(scene.live(wanted(Kind.VIRTUAL_SERVICE)).writers()).containsExactly("helm");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void when_one_is_refused_those_before_are_deleted_again(int at) {
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        Outcome outcome = scene.apply(scene.meddled(at, What.REFUSED), set, false);
        assertThat(outcome.isPutBack()).isTrue();
        assertThat(trouble(outcome).id()).isEqualTo("refused");
        assertThat(outcome.at()).contains(set.get(at - 1).address());
        scene.looksLike(before);
        assertThat(scene.last().state()).isEqualTo(Receipt.State.PUT_BACK);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void when_one_is_refused_those_before_are_as_their_owners_left_them(int at) {
        set.forEach(this::helmHas);
        helmHas(Sets.changed(wanted(Kind.DESTINATION_RULE), "mode: SIMPLE", "mode: DISABLE"));
        helmHas(Sets.changed(wanted(Kind.VIRTUAL_SERVICE), "timeout: 3s", "timeout: 9s"));
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        Outcome outcome = scene.apply(scene.meddled(at, What.REFUSED), set, true);
        assertThat(outcome.isPutBack()).isTrue();
        scene.looksLike(before);
    }

    @ParameterizedTest
    @CsvSource({
        "1,KILLED_BEFORE",
        "1,KILLED_AFTER",
        "2,KILLED_BEFORE",
        "2,KILLED_AFTER",
        "3,KILLED_AFTER",
        "4,KILLED_AFTER"
    })
    void what_was_killed_in_the_middle_can_be_taken_back(int at, What what) {
        set.subList(1, 3).forEach(this::helmHas);
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        assertThatThrownBy(() -> scene.apply(scene.meddled(at, what), set, false))
                .isInstanceOf(Killed.class);
        assertThat(scene.last().isOpen()).isTrue();
        Outcome outcome = scene.cluster.takeBack(scene.last(), false, scene::keep, Watcher.none());
        assertThat(outcome.trouble()).isEmpty();
        assertThat(outcome.isPutBack()).isTrue();
        scene.looksLike(before);
    }

    @ParameterizedTest
    @CsvSource({"1,KILLED_BEFORE", "1,KILLED_AFTER", "2,KILLED_BEFORE", "3,KILLED_AFTER", "4,KILLED_BEFORE"})
    void what_was_killed_in_the_middle_can_be_finished(int at, What what) {
        helmHas(wanted(Kind.DESTINATION_RULE));
        assertThatThrownBy(() -> scene.apply(scene.meddled(at, what), set, false))
                .isInstanceOf(Killed.class);
        Outcome outcome = scene.cluster.finish(scene.last(), scene::keep, Watcher.none());
        assertThat(outcome.trouble()).isEmpty();
        assertThat(outcome.isDone()).isTrue();
        assertThat(scene.cluster.status(scene.last()).stream().map(Standing::state))
                .containsOnly(Standing.State.AS_APPLIED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void an_undo_that_was_killed_can_be_taken_back_or_finished(int at) {
        scene.applied(set);
        Receipt second = scene.applied(Sets.webserver(namespace(), "7s"));
        Map<Address, Optional<LiveObject>> applied = scene.picture(set);
        LiveCluster dying = scene.meddled(at, What.KILLED_AFTER);
        try {
            dying.undo(scene.cluster.undoing(second), false, scene.ticket(), scene::keep, Watcher.none());
        } catch (Killed killed) {
            assertThat(scene.last().isOpen()).isTrue();
            scene.cluster.takeBack(scene.last(), false, scene::keep, Watcher.none());
            scene.looksLike(applied);
        }
    }

    @Test
    void undoing_deletes_what_was_made() {
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        Receipt receipt = scene.applied(set);
        assertThat(scene.undo(receipt, false).isDone()).isTrue();
        scene.looksLike(before);
    }

    @Test
    void undoing_restores_what_was_changed() {
        scene.applied(set);
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        Receipt second = scene.applied(Sets.webserver(namespace(), "7s"));
        assertThat(scene.undo(second, false).isDone()).isTrue();
        scene.looksLike(before);
    }

    @Test
    void an_undo_can_be_undone() {
        Receipt receipt = scene.applied(set);
        Map<Address, Optional<LiveObject>> applied = scene.picture(set);
        scene.undo(receipt, false);
        Receipt undo = scene.last();
        assertThat(undo.act()).isEqualTo(Receipt.Act.UNDO);
        Outcome again = scene.undo(undo, false);
        assertThat(again.trouble()).isEmpty();
        scene.looksLike(applied);
    }

    @Test
    void what_somebody_changed_since_is_left_alone_unless_told() {
        Receipt receipt = scene.applied(set);
        Wanted route = wanted(Kind.VIRTUAL_SERVICE);
        as("sven").api().apply(Sets.changed(route, "timeout: 3s", "timeout: 1s"), true, false);
        Standing standing = scene.cluster.undoing(receipt).standings().get(1);
        assertThat(standing.state()).isEqualTo(Standing.State.CHANGED);
        assertThat(standing.writers()).containsExactly("sven");
        assertThat(scene.undo(receipt, false).isDone()).isTrue();
        assertThat(scene.live(route).text()).contains("timeout: 1s");
        assertThat(scene.api.get(wanted(Kind.SERVICE_ENTRY).address())).isEmpty();
        assertThat(scene.undo(receipt, true).isDone()).isTrue();
        assertThat(scene.api.get(route.address())).isEmpty();
    }

    @Test
    void drift_is_seen_with_its_author() {
        Receipt receipt = scene.applied(set);
        as("sven").api().apply(Sets.changed(wanted(Kind.VIRTUAL_SERVICE), "timeout: 3s", "timeout: 1s"), true, false);
        Wanted service = wanted(Kind.SERVICE);
        scene.api.delete(service.address(), scene.live(service));
        List<Standing.State> states =
                scene.cluster.status(receipt).stream().map(Standing::state).collect(Collectors.toList());
        assertThat(states)
                .containsExactly(
                        Standing.State.AS_APPLIED,
                        Standing.State.AS_APPLIED,
                        Standing.State.CHANGED,
                        Standing.State.GONE);
    }

    @Test
    void a_field_that_nobody_knows_is_refused_by_name() {
        Wanted odd = Sets.changed(wanted(Kind.VIRTUAL_SERVICE), "spec:\n", "spec:\n  hostz: []\n");
        Change change = scene.cluster.plan(List.of(odd), false).changes().get(0);
        assertThat(change.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(change.trouble().orElseThrow().id()).isEqualTo("unknown-field");
        assertThat(change.trouble().orElseThrow().arguments().get("field")).contains("spec.hostz");
    }

    @Test
    void a_version_that_is_not_served_is_refused_by_name() {
        Wanted route = wanted(Kind.VIRTUAL_SERVICE);
        Address never = new Address("networking.istio.io/v9", Kind.VIRTUAL_SERVICE, namespace(), "webserver");
        Wanted odd = new Wanted(never, route.text().replace("networking.istio.io/v1\n", "networking.istio.io/v9\n"));
        Trouble trouble = scene.cluster.plan(List.of(odd), false).trouble().orElseThrow();
        assertThat(trouble.id()).isEqualTo("kind-missing");
        assertThat(trouble.arguments()).containsEntry("version", "networking.istio.io/v9");
    }

    @Test
    void a_namespace_that_is_not_there_is_refused_by_name() {
        Trouble trouble = scene.cluster
                .plan(Sets.webserver("egresso-nowhere"), false)
                .trouble()
                .orElseThrow();
        assertThat(trouble.id()).isEqualTo("namespace-missing");
        assertThat(trouble.arguments()).containsEntry("namespace", "egresso-nowhere");
    }

    @Test
    void somebody_who_was_faster_keeps_what_is_theirs() {
        Plan plan = scene.cluster.plan(set, false);
        Wanted rule = wanted(Kind.DESTINATION_RULE);
        helmHas(rule);
        LiveObject theirs = scene.live(rule);
        Outcome outcome = scene.cluster.apply(plan, scene.ticket(), scene::keep, Watcher.none());
        assertThat(outcome.isPutBack()).isTrue();
        assertThat(trouble(outcome).id()).isEqualTo("changed-meanwhile");
        assertThat(scene.live(rule)).isEqualTo(theirs);
        assertThat(scene.api.get(wanted(Kind.SERVICE_ENTRY).address())).isEmpty();
    }

    @Test
    void labels_and_annotations_of_others_outlive_an_apply_and_its_undo() {
        Wanted route = wanted(Kind.VIRTUAL_SERVICE);
        helmHas(Sets.changed(route, "metadata:\n", "metadata:\n  annotations:\n    team: \"payments\\nand: more\"\n"));
        Map<Address, Optional<LiveObject>> before = scene.picture(List.of(route));
        Receipt receipt = scene.applied(List.of(route));
        assertThat(scene.live(route).text()).contains("team:");
        scene.undo(receipt, false);
        scene.looksLike(before);
    }
}
