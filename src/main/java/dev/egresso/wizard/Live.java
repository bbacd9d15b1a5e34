package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Receipt;
import java.util.Optional;

/**
 * What a session has to do with clusters so far.
 *
 * @param context that was chosen last
 * @param last what came of the last attempt to change one
 * @param applied what was done there last, an apply or an undo
 * @param answers as they were then
 */
public record Live(
        Optional<ContextEntry> context, Optional<Outcome> last, Optional<Receipt> applied, Optional<Answers> answers) {
    static final Live NONE = new Live(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Live in(ContextEntry chosen) {
        return new Live(Optional.of(chosen), last, applied, answers);
    }

    Live after(Outcome outcome, Answers then) {
        return outcome.isDone()
                ? new Live(context, Optional.of(outcome), Optional.of(outcome.receipt()), Optional.of(then))
                : new Live(context, Optional.of(outcome), applied, answers);
    }

    /** Whether what was done last was done with these answers. */
    public boolean isOf(Answers others) {
        return answers.filter(others::equals).isPresent();
    }

    /** The apply that stands, if the last thing done was one. */
    public Optional<Receipt> standing() {
        return applied.filter(receipt -> receipt.act() == Receipt.Act.APPLY);
    }
}
