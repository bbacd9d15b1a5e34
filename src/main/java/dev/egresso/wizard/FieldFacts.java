package dev.egresso.wizard;

import dev.egresso.schema.Field;
import dev.egresso.schema.Schema;
import dev.egresso.screens.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a schema says of a field, in words. */
final class FieldFacts {
    /** The largest number that fits; nobody runs into it. */
    private static final double ANY_NUMBER = 4_294_967_295.0;

    private final Schema schema;
    private final Field field;
    private final Screens screens;

    FieldFacts(Schema schema, Field field, Screens screens) {
        this.schema = schema;
        this.field = field;
        this.screens = screens;
    }

    /** The type with its limits, such as {@code a whole number, 1 to 65535}. */
    String type() {
        List<String> parts = new ArrayList<>(List.of(word()));
        range().ifPresent(parts::add);
        limit(field.minItems(), "explain-min-items").ifPresent(parts::add);
        limit(field.maxItems(), "explain-max-items").ifPresent(parts::add);
        limit(field.maxLength(), "explain-max-length").ifPresent(parts::add);
        limit(field.maxProperties(), "explain-max-keys").ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private String word() {
        if (field.isDuration()) {
            return screens.say("explain-type-duration");
        }
        if (field.type() == Field.Type.ARRAY) {
            String item = schema.field(field.path() + "[]")
                    .map(each -> new FieldFacts(schema, each, screens).items())
                    .orElse("");
            return screens.say("explain-type-array", "items", item);
        }
        return screens.say("explain-type-" + name());
    }

    /** What the items of a list are, where this is one of them. */
    private String items() {
        String numbers = range().map(range -> ", " + range).orElse("");
        return screens.say("explain-items-" + name()) + numbers;
    }

    private String name() {
        return field.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<String> range() {
        OptionalDouble least = field.minimum();
        OptionalDouble most =
                field.maximum().stream().filter(number -> number < ANY_NUMBER).findFirst();
        if (least.isPresent() && most.isPresent()) {
            return Optional.of(screens.say(
                    "explain-range", "from", number(least.getAsDouble()), "to", number(most.getAsDouble())));
        }
        return limit(least, "explain-minimum").or(() -> limit(most, "explain-maximum"));
    }

    private Optional<String> limit(OptionalDouble number, String words) {
        return number.stream()
                .mapToObj(limit -> screens.say(words, "count", number(limit)))
                .findFirst();
    }

    private static String number(double number) {
        return Long.toString(Math.round(number));
    }

    /** Whether the object around this field has to have it. */
    boolean isRequired() {
        int dot = field.path().lastIndexOf('.');
        return dot > 0
                && schema.field(field.path().substring(0, dot))
                        .map(above -> above.required().contains(field.path().substring(dot + 1)))
                        .orElse(false);
    }

    /** Groups of names of which one at most may stand here. */
    List<String> choices() {
        return object().choices().stream()
                .map(group -> screens.say("explain-choice", "names", String.join(", ", group)))
                .toList();
    }

    /** The open paths of the fields below. */
    List<String> below() {
        String inside = object().path();
        List<String> below = new ArrayList<>();
        schema.names(inside).stream().map(name -> inside + "." + name).forEach(below::add);
        if (field.type() == Field.Type.MAP) {
            schema.field(inside + ".*").map(Field::path).ifPresent(below::add);
        }
        return below;
    }

    /** For a list of objects, its items. */
    private Field object() {
        return field.type() == Field.Type.ARRAY
                ? schema.field(field.path() + "[]").orElse(field)
                : field;
    }
}
