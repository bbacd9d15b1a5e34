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

    private final Spot root;
    private final Writing writing;
    private final Notation block;
    private final Notation flow;
    private final Set<Spot> shared = Collections.newSetFromMap(new IdentityHashMap<>());

    DocumentEditor(String text, boolean json, Spot root) {
        this.root = root;
        this.writing = new Writing(text, json, root);
        this.block = new BlockNotation(text, writing);
        this.flow = new FlowNotation(text, writing);
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
        Located at = Located.root(root);
        for (int i = 0; i < steps.size(); i++) {
            refuseShared(at.spot());
            Optional<Located> below = at.below(steps.get(i));
            if (below.isEmpty()) {
                return missing(at, steps.subList(i, steps.size()), change);
            }
            at = below.get();
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

    private Splice rename(Located at, String key) {
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

    private Splice missing(Located at, List<FieldPath.Step> rest, FieldChange change) {
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

    private Splice addField(Located at, Spot.Fields fields, String key, Node value) {
        if (fields.entries().isEmpty() && at.isInBlock()) {
            Node.Field field = new Node.Field(key, false, value.origin(), value);
            return put(at, new Node.Mapping(List.of(field), value.origin()));
        }
        return notation(fields).add(fields, key, value);
    }

    private Splice put(Located at, Node value) {
        return notation(at.container()).put(at, value);
    }

    private Splice insert(Located at, int index, Node value) {
        if (!(at.spot() instanceof Spot.Items items)) {
            throw new Unchangeable("it is no list");
        }
        refuseAnchored(items);
        return items.items().isEmpty() && at.isInBlock()
                ? put(at, new Node.Sequence(List.of(value), value.origin()))
                : notation(items).insert(items, index, value);
    }

    /** The last part leaves an empty object or list behind. */
    private Splice take(Located at) {
        if (Writing.parts(at.container()).size() == 1) {
            return put(
                    at.above().orElseThrow(),
                    at.isItem() ? new Node.Sequence(List.of(), NOWHERE) : new Node.Mapping(List.of(), NOWHERE));
        }
        return notation(at.container()).take(at);
    }

    private Notation notation(Spot container) {
        return container.isBlock() ? block : flow;
    }
}
