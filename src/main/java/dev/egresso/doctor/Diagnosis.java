package dev.egresso.doctor;

import dev.egresso.trace.Journey;
import java.util.List;
import java.util.Optional;

/**
 * What a text comes to.
 *
 * @param suspects the likeliest first; empty if the text shows no symptom that is known
 * @param journey the traced request that comes closest to the symptom, if there are resources that it passes
 */
public record Diagnosis(Symptom symptom, List<Suspect> suspects, Optional<Journey> journey) {
    public Diagnosis {
        suspects = List.copyOf(suspects);
    }

    public boolean isKnown() {
        return !suspects.isEmpty();
    }
}
