package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A condition that another one before it covers decides nothing. */
final class VsIneffectiveMatch extends VirtualServiceRule {
    /** Each prefix is held against those before it; more than these are not. */
    private static final int MANY = 200;

    VsIneffectiveMatch() {
        super("vs-ineffective-match", Severity.INFO);
    }

    @Override
    void check(Place spec, Found found) {

        Set<String> seen = new HashSet<>();
        List<Place> prefixes = new ArrayList<>();
        for (Place rule : spec.at("http").items()) {
            for (Place match : rule.at("match").items()) {
                boolean same = !seen.add(Likeness.of(match));
                String prefix = match.at("uri", "prefix").textOrEmpty();
                Optional<Place> shorter = isPlain(match)
                        ? prefixes.stream()
                                .filter(other -> covers(other, match))
                                .findFirst()
                        : Optional.empty();
                if (same) {
                    boolean alone = rule.at("match").items().size() == 1;
                    found.at(
                            match,
                            alone ? Optional.empty() : Optional.of(Fix.remove(match)),
                            "what",
                            "the same condition stands above");
                } else if (shorter.isPresent()) {
                    found.at(
                            match,
                            "what",
                            prefix + " is covered by "
                                    + shorter.get().at("uri", "prefix").textOrEmpty() + " above");
                }
                if (isPlain(match) && prefixes.size() < MANY) {
                    prefixes.add(match);
                }
            }
        }
    }

    /** A catch-all in front is another rule's finding. */
    private static boolean isPlain(Place match) {
        String prefix = match.at("uri", "prefix").textOrEmpty();
        return !prefix.isEmpty() && !prefix.equals("/");
    }

    private static boolean covers(Place earlier, Place later) {
        String shorter = earlier.at("uri", "prefix").textOrEmpty();
        String longer = later.at("uri", "prefix").textOrEmpty();
        return longer.startsWith(shorter)
                && !longer.equals(shorter)
                && Likeness.ofRest(earlier, "uri").equals(Likeness.ofRest(later, "uri"));
    }
}
