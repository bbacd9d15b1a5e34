package dev.egresso.rollout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What applying a set would come to, as the server itself rehearsed it. Nothing has changed yet.
 *
 * @param changes in the order of applying
 * @param force whether fields of others are taken over
 */
public record Plan(Site site, List<Change> changes, boolean force) {
    public Plan {
        changes = List.copyOf(changes);
    }

    /** Nothing is applied while one is refused. */
    public boolean isPossible() {
        return changes.stream().allMatch(Change::isPossible);
    }

    /** Why not: the first that speaks of all, or the first of any. */
    public Optional<Trouble> trouble() {
        List<Trouble> all =
                changes.stream().flatMap(change -> change.trouble().stream()).toList();
        return all.stream().filter(Trouble::isOfTheConnection).findFirst().or(() -> all.stream()
                .findFirst());
    }

    /** What is said once for all that it is about: of the connection, or of a right that is lacking for several kinds. */
    public List<Trouble> shared() {
        Optional<Trouble> connection = trouble().filter(Trouble::isOfTheConnection);
        return connection.map(List::of).orElseGet(() -> lacking().values().stream()
                .filter(alike -> alike.size() > 1)
                .map(alike -> alike.get(0)
                        .with(
                                "resource",
                                alike.stream()
                                        .map(trouble -> trouble.argument("resource"))
                                        .distinct()
                                        .collect(Collectors.joining(", "))))
                .toList());
    }

    /** What is said of one resource alone. */
    public Optional<Trouble> own(Change change) {
        boolean unheard = trouble().filter(Trouble::isOfTheConnection).isPresent();
        return change.trouble()
                .filter(trouble -> !unheard
                        && lacking().getOrDefault(right(trouble), List.of()).size() < 2);
    }

    /** By who may not do what where. */
    private Map<List<String>, List<Trouble>> lacking() {
        return changes.stream()
                .flatMap(change -> change.trouble().stream())
                .filter(trouble -> trouble.id().equals("forbidden"))
                .collect(Collectors.groupingBy(Plan::right, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> right(Trouble trouble) {
        return List.of(trouble.id(), trouble.argument("user"), trouble.argument("verb"), trouble.argument("namespace"));
    }

    /** Whether a person would see a difference. */
    public boolean hasDifference() {
        return changes.stream().anyMatch(change -> change.verdict() != Verdict.SAME);
    }

    /** Not even who owns which field would change. */
    public boolean changesNothing() {
        return changes.stream().allMatch(Change::changesNothing);
    }

    /** Only an explicit word stands between this and a plan that is possible. */
    public boolean needsForce() {
        return changes.stream().anyMatch(change -> change.verdict() == Verdict.CONFLICT)
                && changes.stream().noneMatch(change -> change.verdict() == Verdict.REFUSED);
    }

    public long count(Verdict verdict) {
        return changes.stream().filter(change -> change.verdict() == verdict).count();
    }

    public List<String> namespaces() {
        return changes.stream()
                .map(change -> change.address().namespace())
                .distinct()
                .collect(Collectors.toList());
    }
}
