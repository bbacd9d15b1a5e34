package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Undoing.Deed;
import dev.egresso.rollout.Wanted;
import dev.egresso.rollout.Watcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As it was before, for everybody who had a hand in it. */
abstract class UndoContract extends ClusterContract {
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
    void what_was_brought_again_stands_as_applied_and_can_be_taken_back_once_more() {
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        scene.undo(scene.applied(set), false);
        scene.undo(scene.last(), false);
        Receipt again = inForce();
        assertThat(states(again)).containsOnly(Standing.State.AS_APPLIED);
        assertThat(scene.undo(again, false).isDone()).isTrue();
        scene.looksLike(before);
    }

    @Test
    void a_change_whose_objects_were_made_anew_meanwhile_can_be_brought_again() {
        Receipt first = scene.applied(set);
        Receipt second = scene.applied(Sets.webserver(namespace(), "7s"));
        Map<Address, Optional<LiveObject>> changed = scene.picture(set);
        scene.undo(second, false);
        String undoOfSecond = scene.last().id();
        scene.undo(first, false);
        scene.undo(scene.last(), false);
        Receipt known = scene.history().find(undoOfSecond).orElseThrow();
        assertThat(scene.undo(known, false).isDone()).isTrue();
        scene.looksLike(changed);
        assertThat(states(inForce())).containsOnly(Standing.State.AS_APPLIED);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void what_an_undo_took_away_and_put_back_stands_as_applied(int at) {
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        Receipt receipt = scene.applied(set);
        LiveCluster failing = scene.meddled(at, MeddlingApi.What.REFUSED);
        Outcome outcome =
                failing.undo(scene.cluster.undoing(receipt), false, scene.ticket(), scene::keep, Watcher.none());
        assertThat(outcome.isPutBack()).isTrue();
        assertThat(states(inForce())).containsOnly(Standing.State.AS_APPLIED);
        assertThat(scene.undo(inForce(), false).isDone()).isTrue();
        scene.looksLike(before);
    }

    private Receipt inForce() {
        return scene.history().lastApply(scene.cluster.site()).orElseThrow();
    }

    private List<Standing.State> states(Receipt receipt) {
        return scene.cluster.status(receipt).stream().map(Standing::state).toList();
    }

    @Test
    void what_somebody_changed_since_is_left_alone_unless_told() {
        Map<Address, Optional<LiveObject>> before = scene.picture(set);
        Receipt receipt = scene.applied(set);
        Wanted route = wanted(Kind.VIRTUAL_SERVICE);
        as("sven").api().apply(Sets.changed(route, "timeout: 3s", "timeout: 1s"), true, false);
        Standing standing = scene.cluster.undoing(receipt).standings().get(1);
        assertThat(standing.state()).isEqualTo(Standing.State.CHANGED);
        assertThat(standing.writers()).containsExactly("sven");
        assertThat(scene.undo(receipt, false).isDone()).isTrue();
        assertThat(scene.live(route).text()).contains("timeout: 1s");
        assertThat(scene.api.get(wanted(Kind.SERVICE_ENTRY).address()))
                .as("the route that is left leads to it")
                .isPresent();
        assertThat(scene.api.get(wanted(Kind.DESTINATION_RULE).address())).isPresent();
        assertThat(scene.undo(receipt, true).isDone()).isTrue();
        scene.looksLike(before);
    }

    @Test
    void drift_is_seen_with_its_author() {
        Receipt receipt = scene.applied(set);
        as("sven").api().apply(Sets.changed(wanted(Kind.VIRTUAL_SERVICE), "timeout: 3s", "timeout: 1s"), true, false);
        Wanted service = wanted(Kind.SERVICE);
        scene.api.delete(service.address(), scene.live(service));
        assertThat(states(receipt))
                .containsExactly(
                        Standing.State.AS_APPLIED,
                        Standing.State.AS_APPLIED,
                        Standing.State.CHANGED,
                        Standing.State.GONE);
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

    @Test
    void an_undo_without_a_change_has_no_work() {
        scene.applied(set);
        Receipt again = scene.applied(Sets.webserver(namespace(), "7s"));
        assertThat(scene.cluster.undoing(again).standings().stream()
                        .map(standing -> dev.egresso.rollout.Undoing.deed(standing, false)))
                .containsExactly(Deed.NOTHING, Deed.RESTORE, Deed.NOTHING, Deed.NOTHING);
    }

    @Test
    void what_others_came_to_use_is_kept_until_they_do_not() {
        Receipt receipt = scene.applied(set);
        Wanted theirs = Sets.named(wanted(Kind.VIRTUAL_SERVICE), "checkout");
        as("sven").api().apply(theirs, true, false);
        Standing entry = scene.cluster.undoing(receipt).standings().get(3);
        assertThat(entry.users()).containsExactly("VirtualService/" + namespace() + "/checkout");
        assertThat(scene.undo(receipt, true).isDone()).isTrue();
        assertThat(scene.api.get(wanted(Kind.SERVICE_ENTRY).address())).isPresent();
        assertThat(scene.api.get(wanted(Kind.SERVICE).address())).isEmpty();
        scene.api.delete(theirs.address(), scene.live(theirs));
        assertThat(scene.undo(receipt, false).isDone()).isTrue();
        assertThat(scene.api.get(wanted(Kind.SERVICE_ENTRY).address())).isEmpty();
    }
}
