package dev.egresso.trace;

import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The conditions of one match, all of which must hold. Where a rule was delegated to, those of the rule that delegates
 * hold too; of two that are for the same thing the closer one stands ({@code mergeHTTPMatchRequest}).
 *
 * @param parts items of {@code match}, the closest first
 */
record Conditions(List<Place> parts) {
    Conditions {
        parts = List.copyOf(parts);
    }

    static Conditions of(Place match) {
        return new Conditions(List.of(match));
    }

    Conditions under(Conditions root) {
        List<Place> all = new ArrayList<>(parts);
        all.addAll(root.parts);
        return new Conditions(all);
    }

    /** Where the match stands. */
    Place place() {
        return parts.get(0);
    }

    /** Where a condition stands, or would stand. */
    Place at(String key) {
        for (Place part : parts) {
            Place condition = part.at(key);
            if (condition.exists()) {
                return condition;
            }
        }
        return place().at(key);
    }

    /** The conditions under a key, one for each name. */
    List<Place> named(String key) {
        if (parts.size() == 1) {
            return place().at(key).fields();
        }
        List<Place> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Place part : parts) {
            part.at(key).fields().stream()
                    .filter(condition -> names.add(condition.key()))
                    .forEach(all::add);
        }
        return all;
    }

    /** A list that counts as a whole: the closest one that is not empty. */
    List<Place> items(String key) {
        return parts.stream()
                .map(part -> part.at(key).items())
                .filter(items -> !items.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The condition that tells most about it: that of the path, else the whole match. */
    Place telling() {
        return at("uri").fields().stream().findFirst().orElse(place());
    }
}
