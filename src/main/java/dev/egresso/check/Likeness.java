package dev.egresso.check;

import dev.egresso.mesh.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A spelling by which two blocks are the same if they say the same, wherever they stand and in whatever order. */
final class Likeness {
    private static final String NAME = "name";

    private Likeness() {}

    /** Of a match; its name decides nothing. */
    static String of(Place match) {
        return ofRest(match, NAME);
    }

    /** The same without one field. */
    static String ofRest(Place match, String without) {
        return match.fields().stream()
                .filter(field -> field.exists()
                        && !field.key().equals(without)
                        && !field.key().equals(NAME))
                .sorted(Comparator.comparing(Place::key))
                .map(field -> quoted(field.key()) + whole(field))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Of whatever stands in a field. */
    static String ofValue(Place place) {
        return whole(place);
    }

    private static String whole(Place place) {
        List<Place> items = place.items();
        if (!items.isEmpty()) {
            return items.stream().map(Likeness::whole).collect(Collectors.joining(",", "[", "]"));
        }
        return place.text().map(Likeness::quoted).orElseGet(() -> place.fields().stream()
                .sorted(Comparator.comparing(Place::key))
                .map(field -> quoted(field.key()) + whole(field))
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static String quoted(String text) {
        return text.length() + ":" + text;
    }
}
