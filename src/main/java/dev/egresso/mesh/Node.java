package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;

/** A part of a manifest's tree. */
public sealed interface Node {
    Origin origin();

    /** Fields of an object, in the order in which they are written. */
    record Mapping(List<Field> fields, Origin origin) implements Node {
        public Mapping {
            fields = List.copyOf(fields);
        }

        public Optional<Node> get(String key) {
            for (Field field : fields) {
                if (field.key().equals(key)) {
                    return Optional.of(field.value());
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A key and what stands under it.
     *
     * @param free whether the key is a person's own word, as in a map of labels, and not a field of the schema
     */
    record Field(String key, boolean free, Origin origin, Node value) {}

    /** Items of a list. */
    record Sequence(List<Node> items, Origin origin) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A single value, or the place of one that is not known yet. */
    sealed interface Scalar extends Node {}

    /**
     * A value.
     *
     * @param text as it reads without quotes
     */
    record Known(String text, Type type, Origin origin) implements Scalar {}

    /**
     * The place of a value that an answer is still missing for.
     *
     * @param field the question that fills it
     * @param part what of the answer belongs here, such as {@code external-host}
     */
    record Hole(FieldId field, String part, Origin origin) implements Scalar {}

    /** What a YAML reader makes of a scalar. */
    enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        NULL
    }
}
