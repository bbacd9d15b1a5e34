package dev.egresso.doctor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cause that may be behind a symptom.
 *
 * @param score the higher, the likelier; only good for comparing
 * @param evidence what in the text speaks for it, the strongest first
 * @param against what in the text speaks against it
 * @param proofs what in the resources shows it, the strongest first
 * @param arguments what its words mention, by name
 */
public record Suspect(
        Cause cause,
        int score,
        Standing standing,
        List<Sign> evidence,
        List<Sign> against,
        List<Proof> proofs,
        Map<String, String> arguments) {
    /** How sure it is, the surest first. */
    public enum Standing {
        /** The resources show it, and the request of the text meets it. */
        PROVED,
        /** The resources show it. */
        SHOWN,
        /** The text speaks for it; resources cannot tell or were not given. */
        POSSIBLE,
        /** The text speaks for it, but the resources would show it and do not. */
        CLEARED
    }

    public Suspect {
        evidence = List.copyOf(evidence);
        against = List.copyOf(against);
        proofs = List.copyOf(proofs);
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** The field to look at, if the resources show one. */
    public Optional<Blame> blame() {
        return proofs.stream().flatMap(proof -> proof.blame().stream()).findFirst();
    }
}
