package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from the top of a resource to one of its fields, such as
 * {@code VirtualService/spec.http[0].rewrite.authority}.
 */
public record FieldPath(Kind kind, List<Step> steps) {
    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** One step of the way. */
    public sealed interface Step {}

    /** Into a field of the schema. */
    public record Name(String name) implements Step {}

    /** Into the item of a list, counted from zero. */
    public record Index(int index) implements Step {}

    /** Into an entry of a map whose keys are a person's own, such as labels. */
    public record Entry(String key) implements Step {}

    public static FieldPath of(Kind kind) {
        return new FieldPath(kind, List.of());
    }

    public FieldPath then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(kind, longer);
    }

    public boolean isTop() {
        return steps.isEmpty();
    }

    public FieldPath parent() {
        return new FieldPath(kind, steps.subList(0, steps.size() - 1));
    }

    /** Whether the last step leads to an item of a list. */
    public boolean isItem() {
        return !isTop() && steps.get(steps.size() - 1) instanceof Index;
    }

    public boolean startsWith(FieldPath other) {
        return kind == other.kind
                && steps.size() >= other.steps.size()
                && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    /** The path with every index and every free key left open: {@code VirtualService/spec.http[].rewrite.authority}. */
    public String pattern() {
        return kind + "/" + spelled(true);
    }

    /** The path below the kind: {@code spec.http[0].rewrite.authority}. */
    public String field() {
        return spelled(false);
    }

    private String spelled(boolean open) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            if (step instanceof Name name) {
                text.append(text.isEmpty() ? "" : ".").append(name.name());
            } else if (step instanceof Index index) {
                text.append('[')
                        .append(open ? "" : Integer.toString(index.index()))
                        .append(']');
            } else if (step instanceof Entry entry) {
                text.append(open ? ".*" : "[\"" + entry.key() + "\"]");
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return kind + "/" + field();
    }
}
