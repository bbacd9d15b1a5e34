package dev.egresso.reopen;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Which items of two lists belong together: those that are the route's, then those of one name, then by their order. */
final class ListPairs {
    /** Lists whose items stand for themselves, and not for the place that they have. */
    private static final Set<String> NAMED = Set.of("ports", "endpoints", "portLevelSettings");

    private ListPairs() {}

    /** For each item as derived where it stands in the file, if it does. */
    static List<Optional<Place>> inFile(String key, List<Node> derived, List<Place> read, Counterparts counterparts) {
        List<Optional<Place>> pairs = new ArrayList<>();
        Set<Place> taken = new HashSet<>();
        for (Node item : derived) {
            Optional<Place> known = counterparts.of(item).filter(read::contains);
            known.ifPresent(taken::add);
            pairs.add(known);
        }
        for (int i = 0; i < derived.size(); i++) {
            Optional<String> name = name(derived.get(i));
            if (pairs.get(i).isEmpty() && name.isPresent()) {
                pairs.set(
                        i,
                        read.stream()
                                .filter(place -> !taken.contains(place))
                                .filter(place ->
                                        place.node().flatMap(ListPairs::name).equals(name))
                                .findFirst());
                pairs.get(i).ifPresent(taken::add);
            }
        }
        for (int i = 0; i < derived.size() && !NAMED.contains(key); i++) {
            if (pairs.get(i).isEmpty()) {
                pairs.set(
                        i, read.stream().filter(place -> !taken.contains(place)).findFirst());
                pairs.get(i).ifPresent(taken::add);
            }
        }
        return pairs;
    }

    /** For each item of now which one it was before, -1 for a new one. As many ports as before are the same ones. */
    static List<Integer> before(String key, List<Node> before, List<Node> now) {
        if (key.equals("ports") && before.size() == now.size()) {
            return IntStream.range(0, now.size()).boxed().toList();
        }
        List<Integer> pairs = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (Node item : now) {
            int same = -1;
            for (int i = 0; i < before.size() && same < 0; i++) {
                boolean named = name(item).isPresent() && name(item).equals(name(before.get(i)));
                same = named && !taken.contains(i) ? i : same;
            }
            taken.add(same);
            pairs.add(same);
        }
        for (int at = 0; at < now.size(); at++) {
            for (int i = 0; i < before.size() && pairs.get(at) < 0; i++) {
                if (taken.add(i)) {
                    pairs.set(at, i);
                }
            }
        }
        return pairs;
    }

    /** What tells an item from the others: the text itself, a number, an address. */
    static Optional<String> name(Node item) {
        if (item instanceof Node.Known known) {
            return Optional.of(known.text().toLowerCase(Locale.ROOT));
        }
        if (!(item instanceof Node.Mapping mapping)) {
            return Optional.empty();
        }
        return text(mapping, "number")
                .or(() -> text(mapping, "port"))
                .or(() -> text(mapping, "address"))
                .or(() -> mapping.get("port")
                        .filter(Node.Mapping.class::isInstance)
                        .flatMap(port -> text((Node.Mapping) port, "number")));
    }

    private static Optional<String> text(Node.Mapping mapping, String key) {
        return mapping.get(key).filter(Node.Known.class::isInstance).map(value -> ((Node.Known) value).text());
    }
}
