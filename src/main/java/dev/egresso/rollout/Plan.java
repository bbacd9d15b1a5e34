package dev.egresso.rollout;

import java.util.List;
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
