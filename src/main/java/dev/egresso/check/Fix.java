package dev.egresso.check;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Place;
import java.util.List;

/**
 * Changes to one resource that together mend a finding for certain, where only one mend makes sense.
 *
 * @param changes made together or not at all; their places are those of the resource as it was checked
 */
public record Fix(List<FieldChange> changes) {
    public Fix {
        changes = List.copyOf(changes);
    }

    static Fix of(FieldChange... changes) {
        return new Fix(List.of(changes));
    }

    static Fix set(Place place, String text) {
        return of(FieldChange.put(place, text));
    }

    static Fix set(Place place, int number) {
        return of(FieldChange.put(place, number));
    }

    static Fix set(Place place, boolean truth) {
        return of(FieldChange.put(place, truth));
    }

    /** A list that holds these texts. */
    static Fix list(Place place, List<String> texts) {
        return of(FieldChange.put(place, texts));
    }

    /** Takes a field or an item away, and with it what would be left empty above it. */
    static Fix remove(Place place) {
        Place gone = place;
        while (isAllThatIsLeft(gone)) {
            gone = gone.above().orElseThrow();
        }
        return of(FieldChange.take(gone));
    }

    /** The item of a list of objects says something even if it is empty: a match of anything, a route of its own. */
    private static boolean isAllThatIsLeft(Place place) {
        Place above = place.above().orElse(place);
        boolean top = above.path().steps().size() < 2 || above.path().isItem();
        return !top && above.fields().size() + above.items().size() == 1;
    }

    /** The same value under another key. */
    static Fix rename(Place field, String key) {
        return of(new FieldChange.Rename(field, key));
    }
}
