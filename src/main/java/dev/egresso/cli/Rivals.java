package dev.egresso.cli;

import dev.egresso.cluster.Cluster;
import dev.egresso.mesh.ExportDefaults;
import dev.egresso.mesh.Inventory;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Change;
import dev.egresso.rollout.Existing;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * ServiceEntries of others for a host that a plan registers anew, in the cluster or in the plan itself: two of them leave it
 * to chance which counts, so a second one is never made silently.
 *
 * @param unseen why not all of the cluster could be looked through
 */
record Rivals(List<Manifest> entries, Optional<Trouble> unseen) {
    Rivals {
        entries = List.copyOf(entries);
    }

    static Rivals of(Cluster cluster, Plan plan) {
        List<Change> registering = plan.changes().stream()
                .filter(change -> change.address().kind() == Kind.SERVICE_ENTRY)
                .toList();
        List<Existing> looked = registering.stream()
                .map(change -> new Where(
                        change.address().apiVersion(), change.address().namespace()))
                .distinct()
                .map(where -> cluster.existing(Kind.SERVICE_ENTRY, where.apiVersion(), where.namespace()))
                .toList();
        Stream<Manifest> untouched = looked.stream()
                .flatMap(existing -> existing.resources().stream())
                .filter(there -> registering.stream()
                        .noneMatch(change -> change.address().isSameObject(Address.of(there))));
        Inventory all = Inventory.none()
                .with(Stream.concat(
                                untouched, registering.stream().flatMap(change -> entry(change.expected()).stream()))
                        .toList());
        List<Manifest> rivals = registering.stream()
                .flatMap(change -> entry(change.expected()).stream()
                        .flatMap(own -> all.rivals(own, entry(change.before()), ExportDefaults.NONE).stream()))
                .distinct()
                .toList();
        return new Rivals(
                rivals,
                looked.stream().flatMap(existing -> existing.unseen().stream()).findFirst());
    }

    private record Where(String apiVersion, String namespace) {}

    private static Optional<Manifest> entry(Optional<LiveObject> object) {
        return object.map(there -> new Manifest(Kind.SERVICE_ENTRY, there.root()));
    }

    private static String name(Manifest entry) {
        return entry.namespace() + "/" + entry.name();
    }

    /** As people name them. */
    String names() {
        return entries.stream().map(Rivals::name).distinct().collect(Collectors.joining(", "));
    }
}
