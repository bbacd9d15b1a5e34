package dev.egresso.check;

import dev.egresso.check.Deviation.Sort;
import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Place;
import dev.egresso.schema.Field;
import dev.egresso.schema.Field.Type;
import dev.egresso.schema.Nearest;
import dev.egresso.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Walks a resource beside its schema, and notes where the two part. */
final class Deviations {
    private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Set<String> METADATA = Set.of(
            "name",
            "generateName",
            "namespace",
            "labels",
            "annotations",
            "finalizers",
            "ownerReferences",
            "managedFields",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink",
            "clusterName");

    private final Schema schema;
    private final List<Deviation> deviations = new ArrayList<>();

    private Deviations(Schema schema) {
        this.schema = schema;
    }

    static List<Deviation> of(Manifest manifest) {
        Optional<Schema> schema = Schema.of(manifest.kind());
        if (schema.isEmpty()) {
            return List.of();
        }
        Deviations deviations = new Deviations(schema.get());
        Place top = Place.of(manifest);
        deviations.known(top, TOP);
        deviations.known(top.at("metadata"), METADATA);
        if (manifest.kind() == Kind.SERVICE_ENTRY && !top.at("spec").exists()) {
            deviations.note(Sort.REQUIRED, top.at("spec"), "", "spec");
        } else {
            deviations.walk(top.at("spec"), "spec");
        }
        return deviations.deviations;
    }

    private void known(Place object, Set<String> names) {
        object.fields().stream()
                .filter(field -> !names.contains(field.key()))
                .forEach(field -> unknown(field, List.copyOf(names)));
    }

    private void unknown(Place field, List<String> names) {
        String meant = names.stream()
                .filter(name -> plain(name).equals(plain(field.key())))
                .findFirst()
                .or(() -> Nearest.to(field.key(), names))
                .orElse("");
        note(Sort.UNKNOWN, field, field.key(), meant);
    }

    /** {@code sni_hosts} is a way to write {@code sniHosts}, which the API server does not know. */
    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** @param path the place's own, with indexes and free keys left open */
    private void walk(Place place, String path) {
        Optional<Field> known = schema.field(path);
        if (known.isEmpty() || place.node().isEmpty() || place.isHole()) {
            return;
        }
        Field field = known.get();
        if (!place.exists()) {
            if (!field.isNullable()) {
                note(Sort.TYPE, place, name(place), name(field.type()));
            }
            return;
        }
        if (!fits(place, field.type())) {
            note(Sort.TYPE, place, name(place), name(field.type()));
            return;
        }
        switch (field.type()) {
            case OBJECT -> object(place, field);
            case MAP -> {
                limit(place, place.fields().size(), OptionalDouble.empty(), field.maxProperties(), "entries");
                place.fields().forEach(entry -> walk(entry, path + ".*"));
            }
            case ARRAY -> {
                List<Place> items = place.items();
                limit(place, items.size(), field.minItems(), field.maxItems(), "items");
                items.forEach(item -> walk(item, path + "[]"));
            }
            default -> scalar(place, field);
        }
    }

    private void object(Place place, Field field) {
        List<String> names = schema.names(field.path());
        for (Place below : place.fields()) {
            if (names.contains(below.key())) {
                walk(below, field.path() + "." + below.key());
            } else {
                unknown(below, names);
            }
        }
        field.required().stream()
                .filter(name -> !place.at(name).exists())
                .forEach(name -> note(Sort.REQUIRED, place.at(name), "", name));
        for (List<String> group : field.choices()) {
            List<String> there =
                    group.stream().filter(name -> place.at(name).exists()).toList();
            if (there.size() > 1) {
                note(Sort.CHOICE, place.at(there.get(1)), String.join(" and ", there), String.join(", ", group));
            }
        }
    }

    private void scalar(Place place, Field field) {
        String text = place.textOrEmpty();
        if (!field.values().isEmpty() && !field.values().contains(text)) {
            note(Sort.VALUE, place, text, String.join(", ", field.values()));
        }
        if (field.isDuration()
                && Durations.millis(text).filter(span -> span.signum() > 0).isEmpty()) {
            note(Sort.DURATION, place, text, "10s");
        }
        limit(place, text.codePointCount(0, text.length()), OptionalDouble.empty(), field.maxLength(), "characters");
        if (place.node().orElse(null) instanceof Node.Known known
                && (known.type() == Node.Type.INTEGER || known.type() == Node.Type.NUMBER)) {
            limit(place, number(text), field.minimum(), field.maximum(), "");
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace("_", ""));
        } catch (NumberFormatException infinite) {
            return Double.NaN;
        }
    }

    private void limit(Place place, double size, OptionalDouble least, OptionalDouble most, String of) {
        boolean low = least.isPresent() && size < least.getAsDouble();
        if (low || most.isPresent() && size > most.getAsDouble()) {
            String found = of.isEmpty() ? place.textOrEmpty() : (long) size + " " + of;
            note(
                    Sort.LIMIT,
                    place,
                    found,
                    (low ? "at least " : "at most ") + (long) (low ? least : most).getAsDouble());
        }
    }

    private void note(Sort sort, Place place, String found, String wanted) {
        deviations.add(new Deviation(sort, place, found, wanted));
    }

    private static boolean fits(Place place, Type type) {
        Node node = place.node().orElseThrow();
        if (type == Type.ANY) {
            return true;
        }
        if (!(node instanceof Node.Known known)) {
            boolean object = type == Type.OBJECT || type == Type.MAP;
            return node instanceof Node.Mapping ? object : type == Type.ARRAY;
        }
        return switch (known.type()) {
            case STRING -> type == Type.STRING || type == Type.INTEGER_OR_STRING;
            case INTEGER -> type == Type.INTEGER || type == Type.NUMBER || type == Type.INTEGER_OR_STRING;
            case NUMBER -> type == Type.NUMBER || type == Type.INTEGER && isWhole(known.text());
            case BOOLEAN -> type == Type.BOOLEAN;
            case NULL -> true;
        };
    }

    /** 80.0 and 1e2 are whole numbers to JSON. */
    private static boolean isWhole(String text) {
        double value = number(text);
        return value == Math.rint(value) && !Double.isInfinite(value);
    }

    private static String name(Place place) {
        Node node = place.node().orElseThrow();
        if (node instanceof Node.Known known) {
            return switch (known.type()) {
                case STRING -> "text";
                case INTEGER -> "a whole number";
                case NUMBER -> "a number";
                case BOOLEAN -> "a boolean";
                case NULL -> "nothing";
            };
        }
        return node instanceof Node.Mapping ? "an object" : "a list";
    }

    private static String name(Type type) {
        return switch (type) {
            case OBJECT, MAP -> "an object";
            case ARRAY -> "a list";
            case STRING -> "text";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case INTEGER_OR_STRING -> "a whole number or text";
            case ANY -> "anything";
        };
    }
}
