package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers as they were before, and those that were taken back. Letters typed one after the other count as one. */
record History(List<Answers> before, List<Answers> after, Optional<FieldId> typing) {
    private static final int LONGEST = 200;

    History {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static final History NONE = new History(List.of(), List.of(), Optional.empty());

    History remember(Answers old, FieldId field) {
        if (typing.filter(field::equals).isPresent()) {
            return new History(before, List.of(), typing);
        }
        List<Answers> kept = before.size() < LONGEST ? before : before.subList(1, before.size());
        return new History(longer(kept, old), List.of(), Optional.of(field));
    }

    /** Other answers, and the history from there. */
    record Turn(Answers answers, History history) {}

    /** One change back; what was typed and deleted again is no change. */
    Optional<Turn> undone(Answers now) {
        return last(before, now)
                .map(at -> new Turn(
                        before.get(at), new History(before.subList(0, at), longer(after, now), Optional.empty())));
    }

    Optional<Turn> redone(Answers now) {
        return last(after, now)
                .map(at -> new Turn(
                        after.get(at), new History(longer(before, now), after.subList(0, at), Optional.empty())));
    }

    /** The place of the last answers that differ from those of now. */
    private static Optional<Integer> last(List<Answers> answers, Answers now) {
        for (int i = answers.size() - 1; i >= 0; i--) {
            if (!answers.get(i).equals(now)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static List<Answers> longer(List<Answers> answers, Answers more) {
        List<Answers> longer = new ArrayList<>(answers);
        longer.add(more);
        return longer;
    }

    /** What is typed next is a change of its own. */
    History apart() {
        return new History(before, after, Optional.empty());
    }
}
