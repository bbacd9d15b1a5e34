package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.mesh.FieldId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers as they were before, and those that were taken back. Letters typed one after the other count as one. */
record History(List<Answers> before, List<Answers> after, Optional<FieldId> typing) {
    private static final int LONGEST = 200;
    static final History NONE = new History(List.of(), List.of(), Optional.empty());

    History remember(Answers old, FieldId field) {
        if (typing.filter(field::equals).isPresent()) {
            return new History(before, List.of(), typing);
        }
        List<Answers> longer = new ArrayList<>(before.size() < LONGEST ? before : before.subList(1, before.size()));
        longer.add(old);
        return new History(longer, List.of(), Optional.of(field));
    }

    /** What is typed next is a change of its own. */
    History apart() {
        return new History(before, after, Optional.empty());
    }
}
