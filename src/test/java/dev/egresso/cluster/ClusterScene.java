package dev.egresso.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.rollout.Address;
import dev.egresso.rollout.History;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.ReceiptText;
import dev.egresso.rollout.Ticket;
import dev.egresso.rollout.Undoing;
import dev.egresso.rollout.Wanted;
import dev.egresso.rollout.Watcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster with others in it, and the receipts that are kept of what is done. */
final class ClusterScene {
    final LiveCluster cluster;
    final Api api;
    private final Map<String, String> kept = new LinkedHashMap<>();
    private final List<Receipt> journal = new ArrayList<>();
    private int tickets;

    ClusterScene(LiveCluster cluster) {
        this.cluster = cluster;
        this.api = cluster.api();
    }

    /** The same cluster and receipts, with a meddled way to the server. */
    LiveCluster meddled(int at, MeddlingApi.What what) {
        return new LiveCluster(cluster.site(), new MeddlingApi(api, at, what), () -> {});
    }

    boolean keep(Receipt receipt) {
        kept.put(receipt.id(), ReceiptText.of(receipt));
        journal.add(receipt);
        return true;
    }

    List<Receipt> journal() {
        return journal;
    }

    /** As the next start of the program reads it. */
    Receipt last() {
        String text = new ArrayList<>(kept.values()).get(kept.size() - 1);
        return ReceiptText.read(text).orElseThrow();
    }

    /** All receipts, as the next start of the program reads them. */
    History history() {
        return new History(kept.values().stream()
                .flatMap(text -> ReceiptText.read(text).stream())
                .toList());
    }

    /** Each a second later than the one before. */
    Ticket ticket() {
        Instant time = Instant.parse("2026-11-24T11:40:00Z").plusSeconds(++tickets);
        return new Ticket("r" + tickets, "webserver", time, "jane");
    }

    Receipt applied(List<Wanted> set) {
        Outcome outcome = apply(cluster, set, false);
        assertThat(outcome.trouble()).isEmpty();
        assertThat(outcome.isDone()).isTrue();
        return last();
    }

    Outcome apply(Cluster through, List<Wanted> set, boolean force) {
        Plan plan = cluster.plan(set, force);
        assertThat(plan.trouble()).isEmpty();
        return through.apply(plan, ticket(), this::keep, Watcher.none());
    }

    Outcome undo(Receipt receipt, boolean changedToo) {
        Undoing undoing = cluster.undoing(receipt);
        return cluster.undo(undoing, changedToo, ticket(), this::keep, Watcher.none());
    }

    LiveObject live(Wanted wanted) {
        return api.get(wanted.address()).orElseThrow();
    }

    Map<Address, Optional<LiveObject>> picture(List<Wanted> set) {
        Map<Address, Optional<LiveObject>> picture = new LinkedHashMap<>();
        set.forEach(wanted -> picture.put(wanted.address(), api.get(wanted.address())));
        return picture;
    }

    /** Content and owners alike. What was made anew has another identity. */
    void looksLike(Map<Address, Optional<LiveObject>> picture) {
        picture.forEach((address, then) -> {
            Optional<LiveObject> now = api.get(address);
            assertThat(now.isPresent()).as("%s is there", address).isEqualTo(then.isPresent());
            if (then.isPresent()) {
                assertThat(now.orElseThrow().text()).isEqualTo(then.get().text());
                assertThat(now.get().isWrittenAs(then.get()))
                        .as("%s is owned as before: %s", address, now.get().json())
                        .isTrue();
            }
        });
    }
}
