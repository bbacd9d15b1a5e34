package dev.egresso.reopen;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;

/** What the answers did not come to until now, laid into what the file holds there. */
final class Arrivals {
    private final Counterparts counterparts;
    private final Wishes wishes;
    private final Changes changes;

    Arrivals(Counterparts counterparts, Wishes wishes, Changes changes) {
        this.counterparts = counterparts;
        this.wishes = wishes;
        this.changes = changes;
    }

    void come(String key, Node now, Place file) {
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
        } else if (wishes.ask(now.origin())) {
            changes.put(file, now);
        } else {
            wishes.keep(file, now);
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

    /** An item that the answers did not come to, which may stand in the list already. */
    void item(Node item, Place list, int index) {
        Optional<Place> same = list.items().stream()
                .filter(place -> ListPairs.name(item).isPresent()
                        && place.node().flatMap(ListPairs::name).equals(ListPairs.name(item)))
                .findFirst();
        if (same.isPresent()) {
            come("", item, same.get());
        } else {
            changes.insert(list, index, item);
        }
    }
}
