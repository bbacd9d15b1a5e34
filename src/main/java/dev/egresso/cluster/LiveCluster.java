package dev.egresso.cluster;

import dev.egresso.mesh.InternalHost;
import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Entry;
import dev.egresso.rollout.Existing;
import dev.egresso.rollout.Journal;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Pods;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Sight;
import dev.egresso.rollout.Site;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Standing;
import dev.egresso.rollout.Ticket;
import dev.egresso.rollout.Trouble;
import dev.egresso.rollout.Undoing;
import dev.egresso.rollout.Wanted;
import dev.egresso.rollout.Watcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A cluster over its API. */
final class LiveCluster implements Cluster {
    /** Under which fields are owned, and known again. */
    static final String MANAGER = "egresso";

    private final Api api;
    private final Restorer restorer;
    private final Runnable closing;
    private Site site;
    private boolean introduced;

    LiveCluster(Site site, Api api, Runnable closing) {
        this.site = site;
        this.api = api;
        this.restorer = new Restorer(api);
        this.closing = closing;
    }

    Api api() {
        return api;
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public Sight look(String namespace, Optional<InternalHost> host) {
        return new Look(api, introducedSite(), namespace, host).around();
    }

    @Override
    public List<String> namespaces() {
        try {
            return Look.namespaces(api);
        } catch (Troubled unseen) {
            return List.of();
        }
    }

    @Override
    public Existing existing(Kind kind, String apiVersion, String namespace) {
        return new Listing(api, namespace).existing(kind, apiVersion);
    }

    @Override
    public Plan plan(List<Wanted> wanted, boolean force) {
        return new Plan(introducedSite(), new Rehearsal(api, force).of(Wanted.inOrder(wanted)), force);
    }

    /** Who the server takes us for; if it cannot be asked, the rehearsal says why. */
    private Site introducedSite() {
        if (!introduced) {
            try {
                site = api.whoAmI().map(site::as).orElse(site);
                introduced = true;
            } catch (Troubled unsaid) {
                return site;
            }
        }
        return site;
    }

    @Override
    public Outcome apply(Plan plan, Ticket ticket, Journal journal, Watcher watcher) {
        if (!plan.isPossible()) {
            throw new IllegalArgumentException("nothing is applied while one is refused");
        }
        List<Entry> entries = plan.changes().stream()
                .map(change -> new Entry(
                        change.address(),
                        change.wanted().text(),
                        change.before(),
                        change.expected(),
                        Optional.empty(),
                        Entry.Mark.PENDING))
                .toList();
        introducedSite();
        Receipt receipt = receipt(ticket, Receipt.Act.APPLY, Optional.empty(), plan.force(), entries);
        return under(receipt, journal, watcher).carryOut(applying(plan.force()));
    }

    private Receipt receipt(
            Ticket ticket, Receipt.Act act, Optional<String> undoes, boolean force, List<Entry> entries) {
        return new Receipt(
                ticket.id(),
                act,
                undoes,
                force,
                ticket.name(),
                ticket.time(),
                ticket.person(),
                site,
                Receipt.State.BEGUN,
                entries);
    }

    private AllOrNothing under(Receipt receipt, Journal journal, Watcher watcher) {
        return new AllOrNothing(api, MANAGER, receipt, journal, watcher);
    }

    private AllOrNothing.Deed applying(boolean force) {
        return (entry, now) -> {
            Wanted wanted = new Wanted(entry.address(), entry.text());
            Api.Applied applied = api.apply(wanted, force, false);
            if (now.isEmpty() && !applied.created()) {
                release(wanted, applied.object());
                throw new Untouched(Trouble.of(
                        "changed-meanwhile", "object", entry.address().toString(), "writers", ""));
            }
            return Optional.of(applied.object());
        };
    }

    /**
     * Somebody made it between our look and our write: applying the bare name gives back the fields that we took. Where it
     * is another Egresso's alone, they are its fields.
     */
    private void release(Wanted wanted, LiveObject stored) {
        if (stored.writers().equals(Set.of(MANAGER))) {
            return;
        }
        String bare = "apiVersion: " + wanted.address().apiVersion() + "\nkind: "
                + wanted.address().kind() + "\nmetadata:\n  name: "
                + wanted.address().name() + "\n  namespace: "
                + wanted.address().namespace() + "\n";
        api.apply(new Wanted(wanted.address(), bare), false, false);
    }

    private Optional<LiveObject> restore(Entry entry, Optional<LiveObject> now) {
        return restorer.restore(entry.address(), now, entry.goal());
    }

    @Override
    public Outcome finish(Receipt open, Journal journal, Watcher watcher) {
        boolean undoing = open.act() == Receipt.Act.UNDO;
        return under(open, journal, watcher).goOn(undoing ? this::restore : applying(open.force()));
    }

    @Override
    public Outcome takeBack(Receipt open, boolean changedToo, Journal journal, Watcher watcher) {
        return under(open, journal, watcher).takeBack(changedToo);
    }

    @Override
    public Undoing undoing(Receipt done) {
        List<Entry> reversed = new ArrayList<>(done.entries());
        Collections.reverse(reversed);
        introducedSite();
        return new Undoing(site, done, new Users(api, done).of(standings(reversed)));
    }

    @Override
    public Outcome undo(Undoing undoing, boolean changedToo, Ticket ticket, Journal journal, Watcher watcher) {
        List<Entry> entries = undoing.standings().stream()
                .filter(standing -> Undoing.deed(standing, changedToo).isWork())
                .map(standing -> new Entry(
                        standing.entry().address(),
                        "",
                        standing.now(),
                        standing.entry().before(),
                        Optional.empty(),
                        Entry.Mark.PENDING))
                .toList();
        introducedSite();
        Optional<String> undone = Optional.of(undoing.receipt().id());
        Receipt receipt = receipt(ticket, Receipt.Act.UNDO, undone, false, entries);
        return under(receipt, journal, watcher).carryOut(this::restore);
    }

    @Override
    public Pods pods(String namespace) {
        return pods(() -> api.list("/api/v1/namespaces/" + namespace + "/pods"));
    }

    @Override
    public Pods pod(String namespace, String name) {
        return pods(() -> List.of(api.read("/api/v1/namespaces/" + namespace + "/pods/" + name)
                .orElseThrow(() -> Troubled.of("pod-missing", "pod", name, "namespace", namespace))));
    }

    private interface Reading {
        List<LiveObject> read();
    }

    private static Pods pods(Reading reading) {
        try {
            return new Pods(reading.read().stream().map(Pod::of).toList(), Optional.empty());
        } catch (Troubled troubled) {
            return Pods.unseen(troubled.trouble());
        }
    }

    @Override
    public Spoken run(Pod pod, String container, List<String> command, int most) {
        try {
            return api.mayExec(pod.namespace())
                    ? api.exec(pod, container, command, most)
                    : Spoken.not(Trouble.of("no-exec", "namespace", pod.namespace()));
        } catch (Troubled troubled) {
            return Spoken.not(troubled.trouble());
        }
    }

    @Override
    public List<Standing> status(Receipt receipt) {
        introducedSite();
        return standings(receipt.entries());
    }

    private List<Standing> standings(List<Entry> entries) {
        return entries.stream().map(this::standing).toList();
    }

    private Standing standing(Entry entry) {
        try {
            return Standing.of(entry, api.get(entry.address()));
        } catch (Troubled troubled) {
            return Standing.unknown(entry, troubled.trouble());
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
