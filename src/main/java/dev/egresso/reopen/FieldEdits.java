package dev.egresso.reopen;

import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import dev.egresso.yaml.Edited;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import dev.egresso.yaml.TextEdits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes changes to fields in their texts. Changes that touch each other in the text are made one after the other, each at the
 * place that the ones before have left it.
 */
final class FieldEdits {
    private final Map<String, String> texts;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<FieldChange> done = new ArrayList<>();
    private final ReadSet original;
    private ReadSet read;

    private FieldEdits(Map<String, String> texts, ReadSet read) {
        this.texts = new LinkedHashMap<>(texts);
        this.original = read;
        this.read = read;
    }

    static FieldEdits of(Map<String, String> texts, ReadSet read, List<FieldChange> changes) {
        FieldEdits edits = new FieldEdits(texts, read);
        List<FieldChange> open = changes;
        while (!open.isEmpty()) {
            open = edits.round(open);
        }
        return edits;
    }

    /**
     * What one text does not allow, it may allow once the changes beside it are made.
     *
     * @return those that are left for another round
     */
    private List<FieldChange> round(List<FieldChange> changes) {
        List<List<FieldChange>> now =
                changes.stream().map(change -> List.of(moved(change))).toList();
        Edited edited = TextEdits.of(read, now);
        List<FieldChange> left = new ArrayList<>();
        List<FieldChange> made = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            boolean isMade = edited.outcomes().get(i).what() == Edited.What.DONE;
            (isMade ? made : left).add(changes.get(i));
        }
        if (made.isEmpty()) {
            for (int i = 0; i < changes.size(); i++) {
                refusals.add(new Refusal(
                        changes.get(i).place(), edited.outcomes().get(i).why()));
            }
            return List.of();
        }
        done.addAll(made);
        texts.putAll(edited.texts());
        read = read(texts);
        return left;
    }

    /** The change in the text as it is now. */
    private FieldChange moved(FieldChange change) {
        Place place = Place.of(read.manifests().get(indexOf(change.place().manifest(), original)));
        List<FieldPath.Step> steps = change.place().path().steps();
        Place at = Place.of(change.place().manifest());
        for (FieldPath.Step step : steps) {
            if (step instanceof FieldPath.Index index) {
                place = place.item(index.index()
                        + shift(at, index.index(), at.item(index.index()).exists()));
                at = at.item(index.index());
            } else {
                String key = step instanceof FieldPath.Name name ? name.name() : ((FieldPath.Entry) step).key();
                place = place.at(key);
                at = at.at(key);
            }
        }
        return at(place, change);
    }

    private static FieldChange at(Place place, FieldChange change) {
        if (change instanceof FieldChange.Put put) {
            return new FieldChange.Put(place, withoutHoles(put.value()));
        }
        return change instanceof FieldChange.Insert insert
                ? new FieldChange.Insert(place, withoutHoles(insert.value()))
                : new FieldChange.Take(place);
    }

    /** By how many items the changes so far have moved the one at an index of a list. */
    private int shift(Place list, int index, boolean exists) {
        int shift = 0;
        for (FieldChange change : done) {
            Place place = change.place();
            boolean here = place.above().filter(list::equals).isPresent()
                    && place.path().isItem();
            if (here) {
                List<FieldPath.Step> steps = place.path().steps();
                int at = ((FieldPath.Index) steps.get(steps.size() - 1)).index();
                boolean appended = change instanceof FieldChange.Put && !place.exists() && !exists;
                shift += change instanceof FieldChange.Insert && at <= index || appended ? 1 : 0;
                shift -= change instanceof FieldChange.Take && at < index ? 1 : 0;
            }
        }
        return shift;
    }

    Map<String, String> texts() {
        return texts;
    }

    ReadSet read() {
        return read;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    static ReadSet read(Map<String, String> texts) {
        return ReadSet.all(texts.entrySet().stream()
                .map(text -> ManifestReader.read(text.getKey(), text.getValue()))
                .toList());
    }

    /** Equal resources may stand in several places. */
    static int indexOf(Manifest manifest, ReadSet read) {
        for (int i = 0; i < read.manifests().size(); i++) {
            if (read.manifests().get(i) == manifest) {
                return i;
            }
        }
        throw new IllegalArgumentException("not of these texts: " + manifest.name());
    }

    static String file(Manifest manifest) {
        return manifest.root().origin() instanceof Origin.Read read ? read.file() : "";
    }

    /** What is still missing, written as a text that says what belongs there. */
    static Node withoutHoles(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return new Node.Mapping(
                    mapping.fields().stream()
                            .map(field -> new Node.Field(
                                    field.key(), field.free(), field.origin(), withoutHoles(field.value())))
                            .toList(),
                    mapping.origin());
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    sequence.items().stream().map(FieldEdits::withoutHoles).toList(), sequence.origin());
        }
        return node instanceof Node.Hole hole
                ? new Node.Known("‹" + hole.part().replace('-', ' ') + "›", Node.Type.STRING, hole.origin())
                : node;
    }

    static Manifest withoutHoles(Manifest manifest) {
        return new Manifest(manifest.kind(), (Node.Mapping) withoutHoles(manifest.root()));
    }
}
