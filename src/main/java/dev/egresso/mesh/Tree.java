package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the mapping of a manifest field by field, each key with the origin of what stands under it. */
final class Tree {
    private final List<Node.Field> fields = new ArrayList<>();

    Tree put(String key, Node value) {
        fields.add(new Node.Field(key, false, value.origin(), value));
        return this;
    }

    /** Under a key that is a person's own word. */
    Tree putFree(String key, Node value) {
        fields.add(new Node.Field(key, true, value.origin(), value));
        return this;
    }

    Tree put(String key, Optional<? extends Node> value) {
        value.ifPresent(node -> put(key, node));
        return this;
    }

    Node.Mapping as(Origin origin) {
        return new Node.Mapping(fields, origin);
    }

    static Node.Known string(String text, Origin origin) {
        return new Node.Known(text, Node.Type.STRING, origin);
    }

    static Node.Known number(int number, Origin origin) {
        return new Node.Known(Integer.toString(number), Node.Type.INTEGER, origin);
    }

    static Node.Sequence list(Origin origin, Node... items) {
        return new Node.Sequence(List.of(items), origin);
    }

    static Node.Sequence strings(List<String> texts, Origin origin) {
        return new Node.Sequence(
                texts.stream().<Node>map(text -> string(text, origin)).toList(), origin);
    }

    static Origin fixed(String reason) {
        return new Origin.Fixed(Reason.of(reason));
    }
}
