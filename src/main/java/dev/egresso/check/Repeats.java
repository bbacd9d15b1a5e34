package dev.egresso.check;

import dev.egresso.mesh.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values that may stand once in a list, and stand there again. */
final class Repeats {
    private Repeats() {}

    /** The fields of this name whose value an earlier item has too. */
    static List<Place> in(Place list, String field) {
        Set<String> seen = new HashSet<>();
        return list.items().stream()
                .map(item -> item.at(field))
                .filter(value -> value.text().filter(text -> !text.isEmpty()).isPresent())
                .filter(value -> !seen.add(value.textOrEmpty()))
                .toList();
    }
}
