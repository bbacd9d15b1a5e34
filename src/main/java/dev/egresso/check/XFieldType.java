package dev.egresso.check;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import java.util.List;
import java.util.Optional;

/** The API server takes only the type of value that the schema has for a field. */
final class XFieldType extends FieldRule {

    XFieldType() {
        super("x-field-type", Deviation.Sort.TYPE);
    }

    @Override
    Optional<Fix> fix(Deviation deviation) {
        Place place = deviation.place();
        if (!(place.node().orElseThrow() instanceof Node.Known known)) {
            return Optional.empty();
        }
        String text = known.text();
        boolean quoted = known.type() == Node.Type.STRING;
        boolean number = known.type() == Node.Type.INTEGER || known.type() == Node.Type.NUMBER;
        return switch (deviation.wanted()) {
            case "a whole number", "a number" ->
                quoted && text.matches("0|[1-9][0-9]{0,8}")
                        ? Optional.of(Fix.set(place, Integer.parseInt(text)))
                        : Optional.empty();
            case "true or false" ->
                quoted && text.matches("true|false")
                        ? Optional.of(Fix.set(place, Boolean.parseBoolean(text)))
                        : Optional.empty();
            case "text" -> number ? Optional.of(Fix.set(place, text)) : Optional.empty();
            case "a list" -> quoted && !text.isEmpty() ? Optional.of(Fix.list(place, List.of(text))) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
