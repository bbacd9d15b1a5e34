package dev.egresso.wizard;

import dev.egresso.rollout.ContextEntry;
import dev.egresso.rollout.Plan;
import dev.egresso.rollout.Sight;
import java.util.Optional;

/**
 * What a session has to do with clusters so far.
 *
 * @param context that was chosen last
 * @param sight what a look at it found last, as long as nothing was done since
 * @param plan what its server rehearsed last, as long as nothing was done since
 * @param deeds what was done to clusters
 */
public record Live(Optional<ContextEntry> context, Optional<Sight> sight, Optional<Plan> plan, Deeds deeds) {
    static final Live NONE = new Live(Optional.empty(), Optional.empty(), Optional.empty(), Deeds.NONE);

    /** What is known of one cluster says nothing of another. */
    Live in(ContextEntry chosen) {
        return context.filter(chosen::equals).isPresent()
                ? this
                : new Live(Optional.of(chosen), Optional.empty(), Optional.empty(), deeds);
    }

    Live seeing(Sight seen) {
        return new Live(context, Optional.of(seen), plan, deeds);
    }

    Live rehearsed(Plan rehearsed) {
        return new Live(context, sight, Optional.of(rehearsed), deeds);
    }

    /** Something is done there, so that what was looked at and rehearsed may not be so any more. */
    Live with(Deeds done) {
        return new Live(context, Optional.empty(), Optional.empty(), done);
    }

    /** With what came of a proof, which changes nothing. */
    Live proved(Proved proof) {
        return new Live(context, sight, plan, deeds.proved(proof));
    }
}
