package dev.egresso.yaml;

import dev.egresso.mesh.Node;
import java.util.List;

/** Objects in braces and lists in brackets: JSON, and YAML's short form. */
final class FlowNotation implements Notation {
    private final String text;
    private final Writing writing;

    FlowNotation(String text, Writing writing) {
        this.text = text;
        this.writing = writing;
    }

    @Override
    public Splice put(Located at, Node value) {
        int from = at.spot().at().from();
        String written = at.spot() instanceof Spot.Word word && value instanceof Node.Known known && word.isQuoted()
                ? writing.word(known, word)
                : writing.flow(at.container()).value(value, partColumn(at.container()));
        return new Splice(from, at.spot().to(), writing.behindColon(from, written));
    }

    @Override
    public Splice add(Spot.Fields fields, String key, Node value) {
        FlowText flow = writing.flow(fields);
        return insert(fields, fields.entries().size(), flow.field(key, value, partColumn(fields)));
    }

    @Override
    public Splice insert(Spot.Items items, int index, Node value) {
        String written = writing.likeNeighbours(items, value)
                .orElseGet(() -> writing.flow(items).value(value, partColumn(items)));
        return insert(items, index, written);
    }

    private Splice insert(Spot container, int index, String written) {
        List<Spot> parts = Writing.parts(container);
        FlowText flow = writing.flow(container);
        if (parts.isEmpty()) {
            int from = container.at().from() + 1;
            String blank = writing.lineEnd() + flow.blank().repeat(writing.indent(container));
            String inside = flow.lines() ? blank + flow.blank().repeat(flow.step()) + written + blank : written;
            return new Splice(from, container.to() - 1, inside);
        }
        if (index < parts.size()) {
            int next = parts.get(index).at().start();
            return new Splice(next, next, written + "," + gap(flow, container));
        }
        int end = Writing.ends(container).get(parts.size() - 1);
        int comma = Blank.behind(text, end);
        boolean trailing = text.startsWith(",", comma);
        int at = trailing ? comma + 1 : end;
        return new Splice(at, at, (trailing ? "" : ",") + gap(flow, container) + written);
    }

    private String gap(FlowText flow, Spot container) {
        return flow.lines() ? writing.lineEnd() + flow.blank().repeat(partColumn(container)) : flow.comma();
    }

    @Override
    public Splice take(Located at) {
        List<Spot> parts = Writing.parts(at.container());
        int index = at.index();
        List<Integer> ends = Writing.ends(at.container());
        return index + 1 < parts.size()
                ? new Splice(
                        parts.get(index).at().start(), parts.get(index + 1).at().start(), "")
                : new Splice(ends.get(index - 1), ends.get(index), "");
    }

    /** How far right the lines begin on which the parts in braces stand, or would. */
    private int partColumn(Spot container) {
        List<Spot> parts = Writing.parts(container);
        return parts.isEmpty() ? writing.indent(container) + writing.flowStep(container) : writing.indent(parts.get(0));
    }
}
