package dev.egresso.reopen;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the answers came to, and no longer do, taken out of what the file holds there. */
final class Departures {
    /** Items of these lists make no sense without the part that Egresso knows, and go as a whole. */
    private static final Set<String> WHOLE = Set.of("http", "tcp", "tls", "match", "route", "ports", "endpoints");

    /** What an item is known by stays as long as anything of it does. */
    private static final Set<String> NAMES = Set.of("port", "number", "name");

    private final Counterparts counterparts;
    private final Changes changes;

    Departures(Counterparts counterparts, Changes changes) {
        this.counterparts = counterparts;
        this.changes = changes;
    }

    void gone(String key, Node before, Place file) {
        if (!file.exists()) {
            goneElsewhere(before, file);
        } else if (isAll(key, before, file)) {
            takeWithEmptyFrame(file);
        } else if (before instanceof Node.Mapping mapping) {
            mapping.fields().stream()
                    .filter(field -> !NAMES.contains(field.key()))
                    .forEach(field -> gone(field, file));
        } else if (before instanceof Node.Sequence sequence) {
            List<Optional<Place>> inFile = ListPairs.inFile(key, sequence.items(), file.items(), counterparts);
            for (int i = 0; i < inFile.size(); i++) {
                Node item = sequence.items().get(i);
                inFile.get(i).ifPresent(place -> goneItem(key, item, place));
            }
        }
    }

    private void gone(Node.Field field, Place above) {
        gone(field.key(), field.value(), counterparts.of(field.value()).orElse(above.at(field.key())));
    }

    /** It does not stand where the answers would have it; parts of it may stand at other places of the file. */
    private void goneElsewhere(Node before, Place file) {
        if (before instanceof Node.Mapping mapping && counterparts.hasPartOf(before)) {
            mapping.fields().forEach(field -> gone(field, file));
        } else if (before instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> counterparts.of(item).ifPresent(place -> gone("", item, place)));
            sequence.items().stream()
                    .filter(item -> counterparts.of(item).isEmpty() && counterparts.hasPartOf(item))
                    .forEach(item -> gone("", item, file.item(0)));
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
    boolean isAll(String key, Node known, Place file) {
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
}
