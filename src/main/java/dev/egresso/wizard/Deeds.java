package dev.egresso.wizard;

import dev.egresso.mesh.Answers;
import dev.egresso.rollout.Outcome;
import dev.egresso.rollout.Receipt;
import java.util.Optional;

/**
 * What a session did to clusters, and how it stands with that.
 *
 * @param sheet that shows what is being done, or what came of what was done last; the way back to it
 * @param last what came of the last attempt
 * @param applied what was done last, an apply or an undo
 * @param answers as they were then
 * @param proof what a pod and its sidecar said of what was done last
 */
public record Deeds(
        Optional<ClusterView> sheet,
        Optional<Outcome> last,
        Optional<Receipt> applied,
        Optional<Answers> answers,
        Optional<Proved> proof) {
    static final Deeds NONE =
            new Deeds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What is being done just now. */
    Optional<Rolling> rolling() {
        return sheet.filter(Rolling.class::isInstance).map(Rolling.class::cast);
    }

    Deeds begun(Rolling sheet) {
        return new Deeds(Optional.of(sheet), last, applied, answers, proof);
    }

    /** It could not even be begun, and that was said. */
    Deeds notBegun() {
        return new Deeds(Optional.empty(), last, applied, answers, proof);
    }

    Deeds over(RolledOut sheet, Answers then) {
        Outcome outcome = sheet.outcome();
        return outcome.isDone()
                ? new Deeds(
                        Optional.of(sheet),
                        Optional.of(outcome),
                        Optional.of(outcome.receipt()),
                        Optional.of(then),
                        Optional.empty())
                : new Deeds(Optional.of(sheet), Optional.of(outcome), applied, answers, proof);
    }

    Deeds proved(Proved proof) {
        return new Deeds(sheet, last, applied, answers, Optional.of(proof));
    }

    /** Whether what was done last was done with these answers. */
    public boolean isOf(Answers others) {
        return answers.filter(others::equals).isPresent();
    }

    /** The apply that stands, if the last thing done was one. */
    public Optional<Receipt> standing() {
        return applied.filter(receipt -> receipt.act() == Receipt.Act.APPLY);
    }

    /** What a pod and its sidecar said of this receipt. */
    Optional<Proved> proof(Receipt receipt) {
        return proof.filter(proved -> proved.receipt().id().equals(receipt.id()));
    }
}
