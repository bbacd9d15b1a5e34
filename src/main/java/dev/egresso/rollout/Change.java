package dev.egresso.rollout;

import dev.egresso.yaml.TextDifference;
import java.util.List;
import java.util.Optional;

/**
 * One resource of a plan.
 *
 * @param before what stands there now
 * @param expected what would stand there, as the server would store it; for a conflict, if the fields were taken over
 */
public record Change(
        Wanted wanted,
        Verdict verdict,
        Optional<LiveObject> before,
        Optional<LiveObject> expected,
        Optional<Trouble> trouble) {

    public Address address() {
        return wanted.address();
    }

    /**
     * From what stands there to what would, both as a person reads them; without addresses that a rehearsal only makes up.
     */
    public TextDifference difference() {
        String now = before.map(LiveObject::text).orElse("");
        return TextDifference.between(
                now,
                expected.map(object -> before.isPresent() ? object.text() : object.textUnallocated())
                        .orElse(now));
    }

    public List<Conflict> conflicts() {
        return trouble.map(Trouble::conflicts).orElse(List.of());
    }

    boolean changesNothing() {
        return before.isPresent()
                && expected.map(object -> object.isSameAs(before.get())).orElse(false);
    }

    public boolean isPossible() {
        return trouble.isEmpty();
    }
}
