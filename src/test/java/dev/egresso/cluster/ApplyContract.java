package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Conflict;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Verdict;
import dev.egresso.rollout.Wanted;
import dev.egresso.rollout.Watcher;
import dev.egresso.yaml.TextDifference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an apply does and does not, with conflicts and owners. */
abstract class ApplyContract extends ClusterContract {
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
    void a_port_of_an_entry_is_named_by_its_name() {
        helmHas(Sets.changed(wanted(Kind.SERVICE_ENTRY), "targetPort: 443", "targetPort: 8443"));
        Plan plan = scene.cluster.plan(set, false);
        assertThat(plan.changes().get(0).conflicts())
                .containsExactly(new Conflict("helm", ".spec.ports[name=\"http\"].targetPort"));
    }

    @Test
    void ports_of_an_entry_that_others_own_stay_and_outlive_an_undo() {
        Wanted entry = wanted(Kind.SERVICE_ENTRY);
        helmHas(Sets.changed(
                entry, "  resolution: DNS", "  - name: admin\n    number: 9443\n    protocol: TLS\n  resolution: DNS"));
        Map<Address, Optional<LiveObject>> before = scene.picture(List.of(entry));
        Receipt receipt = scene.applied(List.of(entry));
        assertThat(scene.live(entry).text()).contains("9443");
        assertThat(scene.undo(receipt, false).isDone()).isTrue();
        scene.looksLike(before);
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

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SERVICE_ENTRY", "VIRTUAL_SERVICE", "SERVICE"})
    void what_another_egresso_made_meanwhile_is_not_ours_to_put_back(Kind kind) {
        Plan plan = scene.cluster.plan(set, false);
        Wanted same = wanted(kind);
        scene.api.apply(same, false, false);
        LiveObject theirs = scene.live(same);
        Outcome outcome = scene.cluster.apply(plan, scene.ticket(), scene::keep, Watcher.none());
        assertThat(outcome.isPutBack()).isTrue();
        assertThat(trouble(outcome).id()).isEqualTo("changed-meanwhile");
        assertThat(scene.live(same)).isEqualTo(theirs);
        set.stream().filter(other -> other != same).forEach(other -> assertThat(scene.api.get(other.address()))
                .isEmpty());
    }

    @Test
    void an_object_that_was_made_in_an_older_version_is_the_same_object() {
        Wanted route = wanted(Kind.VIRTUAL_SERVICE);
        Address older = new Address(
                "networking.istio.io/v1beta1",
                Kind.VIRTUAL_SERVICE,
                namespace(),
                route.address().name());
        helmHas(new Wanted(older, route.text().replace("networking.istio.io/v1\n", "networking.istio.io/v1beta1\n")));
        Map<Address, Optional<LiveObject>> before = scene.picture(List.of(route));
        Receipt receipt = scene.applied(List.of(route));
        assertThat(receipt.entries().get(0).before()).isPresent();
        assertThat(scene.cluster.plan(List.of(route), false).hasDifference()).isFalse();
        assertThat(scene.undo(receipt, false).isDone()).isTrue();
        scene.looksLike(before);
    }

    @Test
    void what_was_written_without_server_side_apply_conflicts_and_is_put_back() {
        Wanted route = Sets.changed(wanted(Kind.VIRTUAL_SERVICE), "timeout: 3s", "timeout: 9s");
        as("kubectl").api().create(route.address(), Sets.object(route));
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        Plan plan = scene.cluster.plan(set, false);
        assertThat(plan.changes().get(2).conflicts()).containsExactly(new Conflict("kubectl", ".spec.http"));
        assertThat(scene.apply(scene.cluster, set, true).isDone()).isTrue();
        assertThat(scene.undo(scene.last(), false).isDone()).isTrue();
        scene.looksLike(before);
    }
}
