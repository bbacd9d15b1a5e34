package dev.egresso.wizard;

import dev.egresso.check.Fix;
import dev.egresso.mesh.FieldChange;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One change of a fix, for people.
 *
 * @param path of the field that is written, in the words of {@code egresso explain}
 * @param value what stands there afterwards, on one line; none where the field goes
 */
public record ToWrite(String resource, String path, Optional<String> value) {
    public static List<ToWrite> all(Fix fix) {
        return fix.changes().stream().map(ToWrite::of).toList();
    }

    private static ToWrite of(FieldChange change) {
        Place place = change.place();
        if (change instanceof FieldChange.Put put) {
            return new ToWrite(place.resource(), place.path().field(), Optional.of(spelled(put.value())));
        }
        if (change instanceof FieldChange.Insert insert) {
            return new ToWrite(place.resource(), place.path().field(), Optional.of(spelled(insert.value())));
        }
        if (change instanceof FieldChange.Rename rename) {
            String above = place.path().parent().field();
            return new ToWrite(
                    place.resource(),
                    above + (above.isEmpty() ? "" : ".") + rename.key(),
                    Optional.of(place.node().map(ToWrite::spelled).orElse("")));
        }
        return new ToWrite(place.resource(), place.path().field(), Optional.empty());
    }

    private static String spelled(Node node) {
        if (node instanceof Node.Known known) {
            return known.text();
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(ToWrite::spelled).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Node.Mapping mapping) {
            return mapping.fields().stream()
                    .map(field -> field.key() + ": " + spelled(field.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return "";
    }
}
