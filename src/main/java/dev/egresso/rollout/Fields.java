package dev.egresso.rollout;

import dev.egresso.mesh.Node;
import java.util.ArrayList;
import java.util.List;

/** Builds a mapping field by field. */
final class Fields {
    private final List<Node.Field> fields = new ArrayList<>();

    Fields put(String key, Node value) {
        fields.add(new Node.Field(key, false, Trees.ORIGIN, value));
        return this;
    }

    Fields put(String key, String text) {
        return put(key, Trees.string(text));
    }

    Node.Mapping mapping() {
        return new Node.Mapping(fields, Trees.ORIGIN);
    }
}
