package dev.egresso.mesh;

import java.util.List;

/** One change to the tree of a resource: a field gets a value or another key, goes, or an item comes between others. */
public sealed interface FieldChange {
    /** The field as it stands before the change, or where it would stand. */
    Place place();

    /**
     * The field gets this value, whatever stood there; what is missing on the way to it is made. The place behind the last
     * item of a list gets one more item.
     */
    record Put(Place place, Node value) implements FieldChange {}

    /** The field goes, or the item of a list with the others moving up. */
    record Take(Place place) implements FieldChange {}

    /** A new item of a list, before the one that stands at this place. */
    record Insert(Place place, Node value) implements FieldChange {}

    /** The value stays and gets another key, which nothing has yet. */
    record Rename(Place place, String key) implements FieldChange {}

    static FieldChange put(Place place, String text) {
        return new Put(place, known(place, text, Node.Type.STRING));
    }

    static FieldChange put(Place place, int number) {
        return new Put(place, known(place, Integer.toString(number), Node.Type.INTEGER));
    }

    static FieldChange put(Place place, boolean truth) {
        return new Put(place, known(place, Boolean.toString(truth), Node.Type.BOOLEAN));
    }

    /** A list of texts. */
    static FieldChange put(Place place, List<String> texts) {
        return new Put(
                place,
                new Node.Sequence(
                        texts.stream()
                                .<Node>map(text -> known(place, text, Node.Type.STRING))
                                .toList(),
                        origin(place)));
    }

    static FieldChange take(Place place) {
        return new Take(place);
    }

    private static Node.Known known(Place place, String text, Node.Type type) {
        return new Node.Known(text, type, origin(place));
    }

    /** What is new comes from where its surroundings come from. */
    private static Origin origin(Place place) {
        return place.nearest()
                .node()
                .map(Node::origin)
                .orElse(place.manifest().root().origin());
    }
}
