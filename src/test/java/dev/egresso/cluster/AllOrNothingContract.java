package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.egresso.cluster.MeddlingApi.Killed;
import dev.egresso.cluster.MeddlingApi.What;
import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Wanted;
import dev.egresso.rollout.Watcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused or killed in the middle leaves nothing half done. */
abstract class AllOrNothingContract extends ClusterContract {
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

    @Test
    void what_was_not_made_yet_when_it_was_killed_stands_as_before() {
        assertThatThrownBy(() -> scene.apply(scene.meddled(2, What.KILLED_AFTER), set, false))
                .isInstanceOf(Killed.class);
        assertThat(scene.cluster.status(scene.last()).stream().map(Standing::state))
                .containsExactly(
                        Standing.State.AS_APPLIED,
                        Standing.State.AS_APPLIED,
                        Standing.State.AS_BEFORE,
                        Standing.State.AS_BEFORE);
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

    @Test
    void finishing_that_is_stopped_at_once_puts_back_all_that_was_done_before() {
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        assertThatThrownBy(() -> scene.apply(scene.meddled(3, What.KILLED_AFTER), set, false))
                .isInstanceOf(Killed.class);
        Watcher leaving = new Watcher() {
            @Override
            public void saw(Address address, Moment moment) {}

            @Override
            public boolean goesOn() {
                return false;
            }
        };
        Outcome outcome = scene.cluster.finish(scene.last(), scene::keep, leaving);
        assertThat(outcome.isPutBack()).isTrue();
        assertThat(trouble(outcome).id()).isEqualTo("cancelled");
        scene.looksLike(before);
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
    void what_no_rehearsal_foretells_puts_all_back() {
        Wanted service = wanted(Kind.SERVICE);
        Wanted other = Sets.named(service, "checkout");
        helmHas(other);
        String taken = scene.live(other).textAt("spec", "clusterIP");
        List<Wanted> clashing = List.of(
                wanted(Kind.SERVICE_ENTRY),
                wanted(Kind.DESTINATION_RULE),
                wanted(Kind.VIRTUAL_SERVICE),
                Sets.changed(service, "spec:\n", "spec:\n  clusterIP: " + taken + "\n"));
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        Outcome outcome = scene.apply(scene.cluster, clashing, false);
        assertThat(outcome.isPutBack()).isTrue();
        assertThat(outcome.at()).contains(service.address());
        assertThat(trouble(outcome).arguments()).containsEntry("field", "spec.clusterIPs");
        scene.looksLike(before);
    }
}
