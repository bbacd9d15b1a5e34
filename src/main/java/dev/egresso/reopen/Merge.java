package dev.egresso.reopen;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lays three trees beside each other: what the answers came to as they were read, what they come to now, and what stands in
 * the file. Only what differs between the first two is changed in the third.
 *
 * <p>Where the file says something else than the answers came to, a person wrote it. It stays, and that is said, unless the
 * very answer that the line belongs to was changed; what the file does not say at all stays unsaid, unless its absence
 * meant the answer as it was.
 */
final class Merge {
    /** Items of these lists make no sense without the part that Egresso knows, and go as a whole. */
    private static final Set<String> WHOLE = Set.of("http", "tcp", "tls", "match", "route", "ports", "endpoints");

    /** What an item is known by stays as long as anything of it does. */
    private static final Set<String> NAMES = Set.of("port", "number", "name");

    private final Counterparts counterparts;
    private final Set<FieldId> changed;
    private final Changes changes = new Changes();

    private Merge(Counterparts counterparts, Set<FieldId> changed) {
        this.counterparts = counterparts;
        this.changed = changed;
    }

    /**
     * @param before what the answers came to as they were read
     * @param now what they come to
     * @param changed the answers that are others now
     */
    static Changes of(
            FoundRoute route,
            Counterparts counterparts,
            List<Manifest> before,
            List<Manifest> now,
            Set<FieldId> changed) {
        Merge merge = new Merge(counterparts, changed);
        for (Kind kind : Kind.values()) {
            merge.resource(of(kind, before), of(kind, now), route.manifest(kind));
        }
        return merge.changes;
    }

    private static Optional<Manifest> of(Kind kind, List<Manifest> manifests) {
        return manifests.stream().filter(manifest -> manifest.kind() == kind).findFirst();
    }

    private void resource(Optional<Manifest> before, Optional<Manifest> now, Optional<Manifest> file) {
        if (before.isPresent() && now.isPresent() && file.isPresent()) {
            both("", before.get().root(), now.get().root(), Place.of(file.get()));
        } else if (before.isPresent() && now.isPresent()) {
            missing(before.get(), now.get());
        } else if (before.isPresent()) {
            file.ifPresent(there -> goes(before.get(), there));
        } else if (now.isPresent()) {
            file.ifPresentOrElse(there -> joins(now.get(), there), () -> changes.comes(now.get()));
        }
    }

    /** What the files lack is not written for them, unless an answer was missing for it until now. */
    private void missing(Manifest before, Manifest now) {
        if (before.hasHoles() && !now.hasHoles()) {
            changes.comes(now);
        }
    }

    /** A resource that is no longer needed goes, unless it holds more than what Egresso knows of. */
    private void goes(Manifest before, Manifest file) {
        Place spec = Place.of(file).at("spec");
        Node known = before.root().get("spec").orElseThrow();
        if (isAll("spec", known, spec)) {
            changes.goes(file);
            return;
        }
        changes.stays(file);
        before.node("spec.trafficPolicy").ifPresent(policy -> gone("trafficPolicy", policy, spec.at("trafficPolicy")));
        for (String block : List.of("http", "tcp", "tls")) {
            before.node("spec." + block).ifPresent(rules -> gone(block, rules, spec.at(block)));
        }
    }

    /** A resource that is there already, and did not belong to the answers until now. */
    private void joins(Manifest now, Manifest file) {
        if (file.kind() == Kind.SERVICE) {
            changes.stays(file);
        } else {
            come("spec", now.root().get("spec").orElseThrow(), Place.of(file).at("spec"));
        }
    }

    private void both(String key, Node before, Node now, Place file) {
        if (!file.exists()) {
            unsaid(key, before, now, file);
        } else if (before instanceof Node.Mapping left
                && now instanceof Node.Mapping right
                && file.node().orElseThrow() instanceof Node.Mapping) {
            changes.known(file, now.origin());
            fields(left, right, file);
        } else if (before instanceof Node.Sequence left
                && now instanceof Node.Sequence right
                && file.node().orElseThrow() instanceof Node.Sequence) {
            changes.known(file, now.origin());
            items(key, left.items(), right.items(), file);
        } else {
            value(key, before, now, file);
        }
    }

    private void value(String key, Node before, Node now, Place file) {
        Node there = file.node().orElseThrow();
        boolean asBefore = Sameness.meaning(key, before, there);
        boolean asNow = Sameness.meaning(key, now, there);
        if (asBefore || asNow) {
            changes.known(file, now.origin());
        }
        if (Sameness.letters(before, now) || asNow) {
            return;
        }
        if (isLabel(file) && !asBefore) {
            return;
        }
        if (isNameOfRule(file)) {
            changes.named(file.manifest());
        } else if (asBefore || isAsked(now.origin()) && !isName(file)) {
            changes.put(file, now);
        } else {
            keep(file, now);
        }
    }

    /** The file does not say it. */
    private void unsaid(String key, Node before, Node now, Place file) {
        if (before instanceof Node.Mapping left && now instanceof Node.Mapping right) {
            fields(left, right, file);
        } else if (before instanceof Node.Sequence left && now instanceof Node.Sequence right) {
            unsaidItems(left.items(), right.items(), now, file);
        } else if (!Sameness.letters(before, now) && !isLabel(file)) {
            boolean meant = Sameness.unsaid(key, before) || key.equals("protocol") && isAsked(now.origin());
            if (meant) {
                changes.put(file, now);
            } else {
                keep(file, now);
            }
        }
    }

    private void unsaidItems(List<Node> before, List<Node> now, Node list, Place file) {
        boolean elsewhere = before.stream().anyMatch(this::isElsewhere);
        for (int i = 0; elsewhere && i < Math.min(before.size(), now.size()); i++) {
            both("", before.get(i), now.get(i), counterparts.of(before.get(i)).orElse(file.item(i)));
        }
        boolean differs = !Sameness.letters(before, now);
        if (!elsewhere && differs && isAsked(list.origin())) {
            changes.put(file, list);
        } else if (!elsewhere && differs) {
            keep(file, list);
        }
    }

    /** Whether a part of it stands at another place of the file. */
    private boolean isElsewhere(Node node) {
        return counterparts.of(node).isPresent()
                || node instanceof Node.Mapping mapping
                        && mapping.fields().stream().anyMatch(field -> isElsewhere(field.value()));
    }

    private void fields(Node.Mapping before, Node.Mapping now, Place file) {
        Set<String> keys = new LinkedHashSet<>();
        now.fields().forEach(field -> keys.add(field.key()));
        before.fields().forEach(field -> keys.add(field.key()));
        for (String key : keys) {
            Optional<Node> was = before.get(key);
            Optional<Node> is = now.get(key);
            Place place = was.flatMap(counterparts::of).orElse(file.at(key));
            if (was.isPresent() && is.isPresent()) {
                both(key, was.get(), is.get(), place);
            } else if (was.isPresent()) {
                gone(key, was.get(), place);
            } else {
                come(key, is.orElseThrow(), place);
            }
        }
    }

    private void items(String key, List<Node> before, List<Node> now, Place file) {
        List<Place> there = file.items();
        List<Optional<Place>> inFile = ListPairs.inFile(key, before, there, counterparts);
        List<Integer> pairs = ListPairs.before(key, before, now);
        for (int i = 0; i < before.size(); i++) {
            if (!pairs.contains(i)) {
                inFile.get(i).ifPresent(changes::take);
            }
        }
        for (int at = 0; at < now.size(); at++) {
            Node item = now.get(at);
            if (pairs.get(at) < 0) {
                newItem(item, there, file, index(at, pairs, inFile, there));
            } else if (inFile.get(pairs.get(at)).isPresent()) {
                both(
                        key,
                        before.get(pairs.get(at)),
                        item,
                        inFile.get(pairs.get(at)).get());
            }
        }
    }

    private void newItem(Node item, List<Place> there, Place file, int index) {
        Optional<Place> same = there.stream()
                .filter(place -> ListPairs.name(item).isPresent()
                        && place.node().flatMap(ListPairs::name).equals(ListPairs.name(item)))
                .findFirst();
        if (same.isPresent()) {
            come("", item, same.get());
        } else {
            changes.insert(file, index, item);
        }
    }

    /** Behind the item before it, else before the one behind it, else at the end. */
    private static int index(int at, List<Integer> pairs, List<Optional<Place>> inFile, List<Place> there) {
        for (int i = at - 1; i >= 0; i--) {
            Optional<Place> before = pairs.get(i) < 0 ? Optional.empty() : inFile.get(pairs.get(i));
            if (before.isPresent()) {
                return there.indexOf(before.get()) + 1;
            }
        }
        for (int i = at + 1; i < pairs.size(); i++) {
            Optional<Place> behind = pairs.get(i) < 0 ? Optional.empty() : inFile.get(pairs.get(i));
            if (behind.isPresent()) {
                return there.indexOf(behind.get());
            }
        }
        return there.size();
    }

    /** What the answers did not come to until now. */
    private void come(String key, Node now, Place file) {
        if (!file.exists()) {
            changes.put(file, now);
        } else if (now instanceof Node.Mapping mapping && file.node().orElseThrow() instanceof Node.Mapping) {
            changes.known(file, now.origin());
            mapping.fields().forEach(field -> come(field.key(), field.value(), file.at(field.key())));
        } else if (now instanceof Node.Sequence sequence && file.node().orElseThrow() instanceof Node.Sequence) {
            changes.known(file, now.origin());
            comingItems(key, sequence.items(), file);
        } else if (Sameness.meaning(key, now, file.node().orElseThrow())) {
            changes.known(file, now.origin());
        } else if (isAsked(now.origin())) {
            changes.put(file, now);
        } else {
            keep(file, now);
        }
    }

    private void comingItems(String key, List<Node> now, Place file) {
        List<Place> there = file.items();
        List<Optional<Place>> inFile = ListPairs.inFile(key, now, there, counterparts);
        for (int i = 0; i < now.size(); i++) {
            if (inFile.get(i).isPresent()) {
                come(key, now.get(i), inFile.get(i).get());
            } else {
                changes.insert(file, there.size(), now.get(i));
            }
        }
    }

    /** What the answers came to, and no longer do. */
    private void gone(String key, Node before, Place file) {
        if (!file.exists()) {
            if (before instanceof Node.Mapping mapping && isElsewhere(before)) {
                mapping.fields()
                        .forEach(field -> gone(
                                field.key(),
                                field.value(),
                                counterparts.of(field.value()).orElse(file.at(field.key()))));
            } else if (before instanceof Node.Sequence sequence) {
                sequence.items().forEach(item -> counterparts.of(item).ifPresent(place -> gone("", item, place)));
                sequence.items().stream()
                        .filter(item -> counterparts.of(item).isEmpty() && isElsewhere(item))
                        .forEach(item -> gone("", item, file.item(0)));
            }
            return;
        }
        if (isAll(key, before, file)) {
            takeWithEmptyFrame(file);
        } else if (before instanceof Node.Mapping mapping) {
            mapping.fields().stream()
                    .filter(field -> !NAMES.contains(field.key()))
                    .forEach(field -> gone(
                            field.key(),
                            field.value(),
                            counterparts.of(field.value()).orElse(file.at(field.key()))));
        } else if (before instanceof Node.Sequence sequence) {
            List<Optional<Place>> inFile = ListPairs.inFile(key, sequence.items(), file.items(), counterparts);
            for (int i = 0; i < inFile.size(); i++) {
                Node item = sequence.items().get(i);
                inFile.get(i).ifPresent(place -> goneItem(key, item, place));
            }
        }
    }

    private void goneItem(String key, Node item, Place place) {
        if (WHOLE.contains(key)) {
            changes.take(place);
        } else {
            gone(key, item, place);
        }
    }

    /** Settings for a port that say nothing but the port any more go with what they said. */
    private void takeWithEmptyFrame(Place file) {
        Optional<Place> frame = file.above()
                .filter(above -> above.at("port").exists() && above.fields().size() == 2)
                .filter(above -> !changes.putsInto(above));
        Optional<Place> list = frame.flatMap(Place::above)
                .filter(above -> above.items().size() == 1)
                .filter(above -> !changes.putsInto(above));
        changes.take(list.or(() -> frame).orElse(file));
    }

    /** Whether the file holds nothing there but what Egresso knows of. */
    private boolean isAll(String key, Node known, Place file) {
        if (known instanceof Node.Mapping mapping) {
            return file.fields().stream().allMatch(field -> mapping.get(field.key())
                    .filter(value -> isAll(field.key(), value, field))
                    .isPresent());
        }
        if (known instanceof Node.Sequence sequence) {
            List<Place> items = file.items();
            List<Optional<Place>> inFile = ListPairs.inFile(key, sequence.items(), items, counterparts);
            for (Place item : items) {
                int at = inFile.indexOf(Optional.of(item));
                if (at < 0
                        || !WHOLE.contains(key) && !isAll(key, sequence.items().get(at), item)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void keep(Place file, Node wanted) {
        List<FieldId> fields = new ArrayList<>(wanted.origin().fields());
        fields.stream()
                .filter(changed::contains)
                .findFirst()
                .ifPresent(field ->
                        changes.keep(new Kept(file, field, wanted instanceof Node.Known known ? known.text() : "")));
    }

    /** Whether the answer that the line belongs to first of all was changed. */
    private boolean isAsked(Origin origin) {
        return origin.fields().stream().findFirst().filter(changed::contains).isPresent();
    }

    /** Labels belong to whoever wrote them: other tools find resources by words of their own, or by none. */
    private static boolean isLabel(Place file) {
        return file.path().field().startsWith("metadata.labels");
    }

    /** A name that somebody gave to a resource is no business of the host that it was meant for. */
    private static boolean isName(Place file) {
        return file.path().field().equals("metadata.name");
    }

    /** A VirtualService of another name would be one more, and routing does not ask for its name. */
    private static boolean isNameOfRule(Place file) {
        return isName(file) && file.manifest().kind() == Kind.VIRTUAL_SERVICE;
    }
}
