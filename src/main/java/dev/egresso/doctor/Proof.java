package dev.egresso.doctor;

import dev.egresso.check.Finding;
import dev.egresso.check.Fix;
import dev.egresso.mesh.Place;
import dev.egresso.trace.Hop;
import java.util.Optional;

/**
 * Something in the resources that shows a cause at work.
 *
 * @param blame the field to look at; none where no line is to blame
 * @param fix what to write, where one value mends it
 * @param finding of {@code check}, if it is one
 * @param hop of a trace, if it is one
 * @param weight how much it proves
 */
public record Proof(
        Optional<Blame> blame, Optional<Fix> fix, Optional<Finding> finding, Optional<Hop> hop, int weight) {
    static Proof of(Place place, int weight) {
        return new Proof(Optional.of(Blame.of(place)), Optional.empty(), Optional.empty(), Optional.empty(), weight);
    }

    static Proof of(Place place, Fix fix, int weight) {
        return new Proof(Optional.of(Blame.of(place)), Optional.of(fix), Optional.empty(), Optional.empty(), weight);
    }
}
