package dev.egresso.yaml;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed trees hold, so that a changed text can be compared with what it should have become. */
final class Alike {
    private Alike() {}

    /** Whether two trees hold the same values under the same keys, in whatever order, wherever they came from. */
    static boolean are(Node one, Node other) {
        if (one instanceof Node.Mapping first && other instanceof Node.Mapping second) {
            Map<String, Node> values = new HashMap<>();
            second.fields().forEach(field -> values.put(field.key(), field.value()));
            return first.fields().size() == second.fields().size()
                    && first.fields().stream()
                            .allMatch(field ->
                                    values.containsKey(field.key()) && are(field.value(), values.get(field.key())));
        }
        if (one instanceof Node.Sequence first && other instanceof Node.Sequence second) {
            boolean same = first.items().size() == second.items().size();
            for (int i = 0; same && i < first.items().size(); i++) {
                same = are(first.items().get(i), second.items().get(i));
            }
            return same;
        }
        return one instanceof Node.Known first
                && other instanceof Node.Known second
                && first.type() == second.type()
                && first.text().equals(second.text());
    }

    /**
     * A tree after one change; nothing if there is no such place.
     *
     * @param steps from the top of the tree to the place
     */
    static Optional<Node> changed(Node tree, List<FieldPath.Step> steps, FieldChange change) {
        FieldPath.Step step = steps.get(0);
        List<FieldPath.Step> rest = steps.subList(1, steps.size());
        if (step instanceof FieldPath.Index index) {
            return tree instanceof Node.Sequence list ? items(list, index.index(), rest, change) : Optional.empty();
        }
        return tree instanceof Node.Mapping mapping
                ? fields(mapping, SpanFinder.name(step), rest, change)
                : Optional.empty();
    }

    private static Optional<Node> fields(
            Node.Mapping mapping, String key, List<FieldPath.Step> rest, FieldChange change) {
        List<Node.Field> fields = new ArrayList<>(mapping.fields());
        int at = 0;
        while (at < fields.size() && !fields.get(at).key().equals(key)) {
            at++;
        }
        if (change instanceof FieldChange.Take && rest.isEmpty()) {
            if (at == fields.size()) {
                return Optional.empty();
            }
            fields.remove(at);
            return Optional.of(new Node.Mapping(fields, mapping.origin()));
        }
        if (change instanceof FieldChange.Rename rename && rest.isEmpty()) {
            if (at == fields.size() || mapping.get(rename.key()).isPresent()) {
                return Optional.empty();
            }
            fields.set(
                    at,
                    new Node.Field(
                            rename.key(),
                            false,
                            mapping.origin(),
                            fields.get(at).value()));
            return Optional.of(new Node.Mapping(fields, mapping.origin()));
        }
        Optional<Node> before = at < fields.size() ? Optional.of(fields.get(at).value()) : Optional.empty();
        Optional<Node> after = value(before, rest, change);
        if (after.isEmpty()) {
            return after;
        }
        Node.Field field = new Node.Field(key, false, mapping.origin(), after.get());
        if (at < fields.size()) {
            fields.set(at, field);
        } else {
            fields.add(field);
        }
        return Optional.of(new Node.Mapping(fields, mapping.origin()));
    }

    private static Optional<Node> items(Node.Sequence list, int index, List<FieldPath.Step> rest, FieldChange change) {
        List<Node> items = new ArrayList<>(list.items());
        if (index > items.size()) {
            return Optional.empty();
        }
        if (rest.isEmpty() && change instanceof FieldChange.Insert insert) {
            items.add(index, insert.value());
        } else if (rest.isEmpty() && change instanceof FieldChange.Take) {
            if (index == items.size()) {
                return Optional.empty();
            }
            items.remove(index);
        } else {
            Optional<Node> before = index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
            Optional<Node> after = value(before, rest, change);
            if (after.isEmpty()) {
                return after;
            }
            items.subList(index, Math.min(items.size(), index + 1)).clear();
            items.add(index, after.get());
        }
        return Optional.of(new Node.Sequence(items, list.origin()));
    }

    private static Optional<Node> value(Optional<Node> before, List<FieldPath.Step> rest, FieldChange change) {
        if (!rest.isEmpty()) {
            boolean nothing =
                    before.isEmpty() || before.get() instanceof Node.Known known && known.type() == Node.Type.NULL;
            return nothing ? made(rest, change) : changed(before.get(), rest, change);
        }
        return change instanceof FieldChange.Put put ? Optional.of(put.value()) : Optional.empty();
    }

    /** What is missing on the way to a value that is put, with the value in it. */
    static Optional<Node> made(List<FieldPath.Step> steps, FieldChange change) {
        if (!(change instanceof FieldChange.Put put)) {
            return Optional.empty();
        }
        Node made = put.value();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof FieldPath.Index index) {
                if (index.index() > 0) {
                    return Optional.empty();
                }
                made = new Node.Sequence(List.of(made), put.value().origin());
            } else {
                Node.Field field = new Node.Field(
                        SpanFinder.name(steps.get(i)), false, put.value().origin(), made);
                made = new Node.Mapping(List.of(field), put.value().origin());
            }
        }
        return Optional.of(made);
    }
}
