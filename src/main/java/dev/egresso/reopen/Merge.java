package dev.egresso.reopen;

import dev.egresso.mesh.FieldId;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
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
    private final Counterparts counterparts;
    private final Changes changes = new Changes();
    private final Wishes wishes;
    private final Arrivals arrivals;
    private final Departures departures;

    private Merge(Counterparts counterparts, Set<FieldId> changed) {
        this.counterparts = counterparts;
        this.wishes = new Wishes(changed, changes);
        this.arrivals = new Arrivals(counterparts, wishes, changes);
        this.departures = new Departures(counterparts, changes);
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
        if (departures.isAll("spec", known, spec)) {
            changes.goes(file);
            return;
        }
        changes.stays(file);
        before.node("spec.trafficPolicy")
                .ifPresent(policy -> departures.gone("trafficPolicy", policy, spec.at("trafficPolicy")));
        for (String block : List.of("http", "tcp", "tls")) {
            before.node("spec." + block).ifPresent(rules -> departures.gone(block, rules, spec.at(block)));
        }
    }

    /** A resource that is there already, and did not belong to the answers until now. */
    private void joins(Manifest now, Manifest file) {
        if (file.kind() == Kind.SERVICE) {
            changes.stays(file);
        } else {
            arrivals.come(
                    "spec", now.root().get("spec").orElseThrow(), Place.of(file).at("spec"));
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
        } else if (asBefore || wishes.ask(now.origin()) && !isName(file)) {
            changes.put(file, now);
        } else {
            wishes.keep(file, now);
        }
    }

    /** The file does not say it. */
    private void unsaid(String key, Node before, Node now, Place file) {
        if (before instanceof Node.Mapping left && now instanceof Node.Mapping right) {
            fields(left, right, file);
        } else if (before instanceof Node.Sequence left && now instanceof Node.Sequence right) {
            unsaidItems(left.items(), right.items(), now, file);
        } else if (!Sameness.letters(before, now) && !isLabel(file)) {
            boolean meant = Sameness.unsaid(key, before) || key.equals("protocol") && wishes.ask(now.origin());
            if (meant) {
                changes.put(file, now);
            } else {
                wishes.keep(file, now);
            }
        }
    }

    private void unsaidItems(List<Node> before, List<Node> now, Node list, Place file) {
        boolean elsewhere = before.stream().anyMatch(counterparts::hasPartOf);
        for (int i = 0; elsewhere && i < Math.min(before.size(), now.size()); i++) {
            both("", before.get(i), now.get(i), counterparts.of(before.get(i)).orElse(file.item(i)));
        }
        boolean differs = !Sameness.letters(before, now);
        if (!elsewhere && differs && wishes.ask(list.origin())) {
            changes.put(file, list);
        } else if (!elsewhere && differs) {
            wishes.keep(file, list);
        }
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
                departures.gone(key, was.get(), place);
            } else {
                arrivals.come(key, is.orElseThrow(), place);
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
                arrivals.item(item, file, index(at, pairs, inFile, there));
            } else if (inFile.get(pairs.get(at)).isPresent()) {
                both(
                        key,
                        before.get(pairs.get(at)),
                        item,
                        inFile.get(pairs.get(at)).get());
            }
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
