package dev.egresso.doctor;

import dev.egresso.trace.Hop;
import java.util.List;
import java.util.Optional;

/** What is known of symptoms and their causes. */
public record Knowledge(List<Phrase> phrases, List<Cause> causes) {
    public Knowledge {
        phrases = List.copyOf(phrases);
        causes = List.copyOf(causes);
    }

    /** What a sign says of the connection; empty for one that is not known. */
    public String meaning(Sign sign) {
        return phrases.stream()
                .filter(phrase -> phrase.id().equals(sign.id()))
                .map(Phrase::means)
                .findFirst()
                .orElse("");
    }

    public Optional<Cause> cause(String id) {
        return causes.stream().filter(cause -> cause.id().equals(id)).findFirst();
    }

    /** The cause behind a hop of a trace that is not right. */
    public Optional<Cause> cause(Hop hop) {
        return causes.stream().filter(cause -> cause.hops().contains(hop.id())).findFirst();
    }
}
