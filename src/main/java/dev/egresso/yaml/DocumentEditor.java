package dev.egresso.yaml;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out which piece of a document's text a change replaces, and with what. It looks at the text alone; whether the
 * document then reads as it should is for the caller to see.
 */
final class DocumentEditor {
    /** Of what is left empty; nothing is written about it. */
    private static final Origin NOWHERE = new Origin.Read("", 0);

    private final String text;
    private final Spot root;
    private final Writing writing;
    private final Set<Spot> shared = Collections.newSetFromMap(new IdentityHashMap<>());

    /** A part of the document with the way that leads to it. */
    private record Found(Spot spot, Optional<Found> above, FieldPath.Step step) {
        Spot container() {
            return above.orElseThrow(() -> new Unchangeable("it is the whole document"))
                    .spot();
        }

        /** The key that it stands under. */
        Spot.Word key() {
            return container().entry(SpanFinder.name(step)).orElseThrow().key();
        }

        int index() {
            return step instanceof FieldPath.Index index
                    ? index.index()
                    : Writing.parts(container()).indexOf(key());
        }

        boolean isItem() {
            return step instanceof FieldPath.Index;
        }
    }

    DocumentEditor(String text, boolean json, Spot root) {
        this.text = text;
        this.root = root;
        this.writing = new Writing(text, json, root);
        findShared(root);
    }

    private void findShared(Spot spot) {
        if (spot instanceof Spot.Alias alias) {
            shared.add(alias.anchored());
        } else if (spot instanceof Spot.Fields fields) {
            fields.entries().forEach(entry -> findShared(entry.value()));
        } else if (spot instanceof Spot.Items items) {
            items.items().forEach(this::findShared);
        }
    }

    /**
     * @param steps from the top of the document
     * @throws Unchangeable where the text cannot be changed without changing something else
     */
    Splice splice(List<FieldPath.Step> steps, FieldChange change) {
        Found at = new Found(root, Optional.empty(), null);
        for (int i = 0; i < steps.size(); i++) {
            FieldPath.Step step = steps.get(i);
            refuseShared(at.spot());
            Optional<Spot> below = step instanceof FieldPath.Index index
                    ? at.spot().item(index.index())
                    : at.spot().entry(SpanFinder.name(step)).map(Spot.Entry::value);
            if (below.isEmpty()) {
                return missing(at, steps.subList(i, steps.size()), change);
            }
            at = new Found(below.get(), Optional.of(at), step);
        }
        if (change instanceof FieldChange.Put put) {
            refuseAnchored(at.spot());
            return put(at, put.value());
        }
        if (change instanceof FieldChange.Insert insert) {
            return insert(at.above().orElseThrow(), at.index(), insert.value());
        }
        if (change instanceof FieldChange.Rename rename) {
            return rename(at, rename.key());
        }
        refuseAnchored(at.spot());
        return take(at);
    }

    private Splice rename(Found at, String key) {
        Spot.Word word = at.key();
        Node.Known known = new Node.Known(key, Node.Type.STRING, NOWHERE);
        return new Splice(word.at().from(), word.to(), writing.word(known, word));
    }

    private void refuseShared(Spot spot) {
        if (spot instanceof Spot.Alias) {
            throw new Unchangeable("it stands in a part that an alias brings in from elsewhere");
        }
        refuseAnchored(spot);
    }

    private void refuseAnchored(Spot spot) {
        if (shared.contains(spot)) {
            throw new Unchangeable(
                    "other places use the same part by its anchor &" + spot.at().anchor());
        }
    }

    private Splice missing(Found at, List<FieldPath.Step> rest, FieldChange change) {
        FieldPath.Step step = rest.get(0);
        Node value = change instanceof FieldChange.Insert insert && rest.size() == 1
                ? insert.value()
                : Alike.made(rest.subList(1, rest.size()), change)
                        .orElseThrow(() -> new Unchangeable("there is no such field"));
        if (isNull(at.spot())) {
            return put(at, Alike.made(rest, change).orElseThrow(() -> new Unchangeable("there is no such field")));
        }
        if (step instanceof FieldPath.Index index && at.spot() instanceof Spot.Items items) {
            if (index.index() != items.items().size()) {
                throw new Unchangeable("the list has no such item");
            }
            return insert(at, index.index(), value);
        }
        if (step instanceof FieldPath.Index || !(at.spot() instanceof Spot.Fields fields)) {
            throw new Unchangeable("something else stands above it");
        }
        return addField(at, fields, SpanFinder.name(step), value);
    }

    private static boolean isNull(Spot spot) {
        return spot instanceof Spot.Word word && word.style() == ' ' && ScalarType.of(word.text()) == Node.Type.NULL;
    }

    private Splice addField(Found at, Spot.Fields fields, String key, Node value) {
        if (!fields.flow()) {
            int column = Blank.column(text, fields.entries().get(0).key().at().start());
            String written = writing.block().field(key, value, column);
            List<String> keys =
                    fields.entries().stream().map(entry -> entry.key().text()).toList();
            Optional<String> behind = FieldOrder.behind(key, keys);
            int first = fields.entries().get(0).key().at().start();
            if (behind.isEmpty() && FieldOrder.leads(key, keys) && !isBelowComment(first)) {
                return new Splice(first, first, written.stripLeading() + writing.lineEnd() + " ".repeat(column));
            }
            int before = behind.map(name -> Writing.ends(fields).get(keys.indexOf(name)))
                    .orElse(fields.to());
            int end = Blank.lineEnd(text, before);
            return new Splice(end, end, writing.lineEnd() + written);
        }
        if (fields.entries().isEmpty() && isInBlock(at)) {
            Node.Field field = new Node.Field(key, false, value.origin(), value);
            return put(at, new Node.Mapping(List.of(field), value.origin()));
        }
        FlowText flow = writing.flow(fields);
        return insertFlow(fields, fields.entries().size(), flow.field(key, value, partColumn(fields)));
    }

    /** Whether a comment stands on the line above, which is about what follows it. */
    private boolean isBelowComment(int index) {
        int start = Blank.lineStart(text, index);
        return start > 0
                && text.substring(Blank.lineStart(text, start - 1), start)
                        .stripLeading()
                        .startsWith("#");
    }

    private static boolean isInBlock(Found at) {
        return at.above().map(above -> above.spot().isBlock()).orElse(false);
    }

    /** How far right the lines begin on which the parts in braces stand, or would. */
    private int partColumn(Spot container) {
        List<Spot> parts = Writing.parts(container);
        return parts.isEmpty() ? writing.indent(container) + writing.flowStep(container) : writing.indent(parts.get(0));
    }

    private Splice put(Found at, Node value) {
        Spot spot = at.spot();
        if (at.above().isEmpty()) {
            throw new Unchangeable("it is the whole document");
        }
        if (!at.container().isBlock()) {
            FlowText flow = writing.flow(at.container());
            int column = partColumn(at.container());
            return new Splice(
                    spot.at().from(), spot.to(), behindColon(spot.at().from(), inFlow(at, flow, value, column)));
        }
        if (spot instanceof Spot.Word word && value instanceof Node.Known known) {
            return new Splice(word.at().from(), word.to(), behindColon(word.at().from(), writing.word(known, word)));
        }
        return at.isItem() ? putItem(at, value) : putBelowKey(at, value);
    }

    private String inFlow(Found at, FlowText flow, Node value, int column) {
        return at.spot() instanceof Spot.Word word && value instanceof Node.Known known && word.isQuoted()
                ? writing.word(known, word)
                : flow.value(value, column);
    }

    /** Where nothing was written, a blank is missing too. */
    private String behindColon(int from, String word) {
        boolean glued = from > 0 && (text.charAt(from - 1) == ':' || text.charAt(from - 1) == '-');
        return glued ? " " + word : word;
    }

    private Splice putItem(Found at, Node value) {
        int from = at.spot().at().from();
        return new Splice(
                from, at.spot().to(), behindColon(from, writing.block().item(value, Blank.column(text, from))));
    }

    /** A comment behind the key stays there. */
    private Splice putBelowKey(Found at, Node value) {
        Spot spot = at.spot();
        int keyColumn = Blank.column(text, at.key().at().start());
        int behind = text.indexOf(':', at.key().to()) + 1;
        int lineEnd = Blank.lineEnd(text, behind);
        String written = writing.block().value(value, keyColumn);
        if (spot.at().from() > lineEnd) {
            String comment = text.substring(behind, lineEnd).stripTrailing();
            return new Splice(behind, spot.to(), BlockText.isInline(value) ? written + comment : comment + written);
        }
        if (BlockText.isInline(value)) {
            return new Splice(spot.at().from(), spot.to(), behindColon(spot.at().from(), written.strip()));
        }
        int end = Blank.lineEnd(text, spot.to());
        String comment = text.substring(spot.to(), end).stripTrailing();
        String anchor = text.substring(behind, spot.at().from()).stripTrailing();
        return new Splice(behind, end, anchor + comment + written);
    }

    private Splice insert(Found at, int index, Node value) {
        if (!(at.spot() instanceof Spot.Items items)) {
            throw new Unchangeable("it is no list");
        }
        refuseAnchored(items);
        if (items.flow()) {
            if (items.items().isEmpty() && isInBlock(at)) {
                return put(at, new Node.Sequence(List.of(value), value.origin()));
            }
            FlowText flow = writing.flow(items);
            return insertFlow(
                    items, index, likeNeighbours(items, value).orElseGet(() -> flow.value(value, partColumn(items))));
        }
        int first = dash(items, 0);
        int column = Blank.column(text, first);
        int gap = Math.max(2, items.items().get(0).at().start() - first);
        boolean usual = gap < 8
                && !text.substring(first, items.items().get(0).at().start()).contains("\n");
        int width = usual ? gap : 2;
        String written = "-" + " ".repeat(width - 1)
                + likeNeighbours(items, value).orElseGet(() -> writing.block().item(value, column + width));
        if (index > 0) {
            int end = Blank.lineEnd(text, items.items().get(index - 1).to());
            return new Splice(end, end, writing.lineEnd() + " ".repeat(column) + written);
        }
        return new Splice(first, first, written + writing.lineEnd() + " ".repeat(column));
    }

    /** A list of quoted texts gets another quoted text. */
    private Optional<String> likeNeighbours(Spot.Items items, Node value) {
        return value instanceof Node.Known known
                        && !items.items().isEmpty()
                        && items.items().get(0) instanceof Spot.Word word
                        && word.isQuoted()
                ? Optional.of(writing.word(known, word))
                : Optional.empty();
    }

    private Splice insertFlow(Spot container, int index, String written) {
        List<Spot> parts = Writing.parts(container);
        FlowText flow = writing.flow(container);
        if (parts.isEmpty()) {
            int from = container.at().from() + 1;
            String blank = writing.lineEnd() + flow.blank().repeat(writing.indent(container));
            String inside = flow.lines() ? blank + flow.blank().repeat(flow.step()) + written + blank : written;
            return new Splice(from, container.to() - 1, inside);
        }
        boolean lines = flow.lines();
        if (index < parts.size()) {
            int next = parts.get(index).at().start();
            return new Splice(next, next, written + "," + gap(flow, lines, container));
        }
        int end = Writing.ends(container).get(parts.size() - 1);
        int comma = Blank.behind(text, end);
        boolean trailing = text.startsWith(",", comma);
        int at = trailing ? comma + 1 : end;
        return new Splice(at, at, (trailing ? "" : ",") + gap(flow, lines, container) + written);
    }

    private String gap(FlowText flow, boolean lines, Spot container) {
        return lines ? writing.lineEnd() + flow.blank().repeat(partColumn(container)) : flow.comma();
    }

    /** Where the hyphen of an item stands. */
    private int dash(Spot.Items items, int index) {
        int dash = index == 0
                ? items.at().from()
                : Blank.behind(text, items.items().get(index - 1).to());
        if (!text.startsWith("-", dash)) {
            throw new Unchangeable("the list is written in an unusual way");
        }
        return dash;
    }

    private Splice take(Found at) {
        List<Spot> parts = Writing.parts(at.container());
        Found above = at.above().orElseThrow();
        if (parts.size() == 1) {
            return put(
                    above, at.isItem() ? new Node.Sequence(List.of(), NOWHERE) : new Node.Mapping(List.of(), NOWHERE));
        }
        int index = at.index();
        return at.container().isBlock() ? takeLines(at, index, parts) : takeFlow(at.container(), index, parts);
    }

    private Splice takeLines(Found at, int index, List<Spot> parts) {
        int start = at.isItem()
                ? dash((Spot.Items) at.container(), index)
                : parts.get(index).at().start();
        int end = Math.max(start + 1, Writing.ends(at.container()).get(index));
        int next = Blank.nextLine(text, end);
        if (!Blank.leads(text, start)) {
            int word = next;
            while (word < text.length()
                    && (text.charAt(word) == ' ' || text.charAt(word) == '\n' || text.charAt(word) == '\r')) {
                word++;
            }
            return new Splice(start, word, "");
        }
        int from = Blank.lineStart(text, start);
        boolean last = next == text.length() && !text.endsWith("\n") && from > 0;
        return new Splice(last ? Blank.lineEnd(text, Blank.lineStart(text, from - 1)) : from, next, "");
    }

    private Splice takeFlow(Spot container, int index, List<Spot> parts) {
        List<Integer> ends = Writing.ends(container);
        return index + 1 < parts.size()
                ? new Splice(
                        parts.get(index).at().start(), parts.get(index + 1).at().start(), "")
                : new Splice(ends.get(index - 1), ends.get(index), "");
    }
}
