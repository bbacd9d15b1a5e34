package dev.egresso.check;

import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition that another one before it covers decides nothing. */
final class VsIneffectiveMatch extends VirtualServiceRule {
    /** Each prefix is held against those before it; more than these are not. */
    private static final int MANY = 200;

    private static final Set<String> BY_ENTRY = Set.of("headers", "withoutHeaders", "queryParams", "sourceLabels");

    /** A match by prefix, with all that it asks besides. */
    private record Prefix(String text, Set<String> conditions) {
        static Prefix of(Place match) {
            Set<String> conditions = match.fields().stream()
                    .filter(field -> field.exists()
                            && !field.key().equals("uri")
                            && !field.key().equals("name"))
                    .flatMap(Prefix::conditions)
                    .collect(Collectors.toSet());
            return new Prefix(match.at("uri", "prefix").textOrEmpty(), conditions);
        }

        private static Stream<String> conditions(Place field) {
            return BY_ENTRY.contains(field.key())
                    ? field.fields().stream()
                            .map(entry ->
                                    field.key() + " " + entry.key() + " " + entry.textOrEmpty() + Likeness.of(entry))
                    : Stream.of(field.key() + " " + Likeness.ofValue(field));
        }

        /** A catch-all in front is another rule's finding. */
        boolean isPlain() {
            return !text.isEmpty() && !text.equals("/");
        }

        boolean covers(Prefix later) {
            return later.text.startsWith(text) && !later.text.equals(text) && later.conditions.containsAll(conditions);
        }
    }

    VsIneffectiveMatch() {
        super("vs-ineffective-match", Severity.INFO);
    }

    @Override
    void check(Place spec, Found found) {
        for (Route.Block block : Route.Block.values()) {
            Set<String> seen = new HashSet<>();
            List<Prefix> prefixes = new ArrayList<>();
            spec.at(block.field()).items().stream()
                    .flatMap(rule -> rule.at("match").items().stream())
                    .forEach(match -> checkMatch(match, seen, prefixes, found));
        }
    }

    private static void checkMatch(Place match, Set<String> seen, List<Prefix> prefixes, Found found) {
        Prefix own = Prefix.of(match);
        Optional<Prefix> shorter = own.isPlain()
                ? prefixes.stream().filter(other -> other.covers(own)).findFirst()
                : Optional.empty();
        if (!seen.add(Likeness.of(match))) {
            boolean alone =
                    match.above().filter(matches -> matches.items().size() > 1).isEmpty();
            found.at(
                    match,
                    alone ? Optional.empty() : Optional.of(Fix.remove(match)),
                    "what",
                    "the same condition stands above");
        } else if (shorter.isPresent()) {
            found.at(match, "what", own.text + " is covered by " + shorter.get().text + " above");
        }
        if (own.isPlain() && prefixes.size() < MANY) {
            prefixes.add(own);
        }
    }
}
