package dev.egresso.yaml;

import java.util.List;
import java.util.Map;

/**
 * What came of changes to texts.
 *
 * @param texts the new text of each file that changed, by the name that it was read under
 * @param outcomes of the changes, in the order in which they were asked for
 */
public record Edited(Map<String, String> texts, List<Outcome> outcomes) {
    public Edited {
        texts = Map.copyOf(texts);
        outcomes = List.copyOf(outcomes);
    }

    /** Whether a change was made. */
    public enum What {
        DONE,
        /** It touches another one that was made, and can be asked for again once the new text is read. */
        LATER,
        /** The text cannot be changed like that. */
        REFUSED
    }

    /** @param why a clause about the field, empty unless refused */
    public record Outcome(What what, String why) {
        static final Outcome DONE = new Outcome(What.DONE, "");
        static final Outcome LATER = new Outcome(What.LATER, "");

        static Outcome refused(String why) {
            return new Outcome(What.REFUSED, why);
        }
    }

    public boolean isDone() {
        return outcomes.stream().allMatch(outcome -> outcome.what() == What.DONE);
    }
}
