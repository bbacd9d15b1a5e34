package dev.egresso.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One field of a kind.
 *
 * @param path with every index and every free key left open: {@code spec.http[].route[].weight}
 * @param facets what else the schema says of it, by its own words
 */
public record Field(String path, Type type, Map<String, String> facets) {
    /** What stands in a field. */
    public enum Type {
        OBJECT,
        /** An object whose keys are a person's own. */
        MAP,
        ARRAY,
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        INTEGER_OR_STRING,
        ANY;

        static Type of(String word) {
            return valueOf(word.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
        }
    }

    public Field {
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }

    /** Reads the right side of a line: the type, then words and {@code name=value}. */
    static Field read(String path, String line) {
        String[] words = line.split(" ");
        Map<String, String> facets = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] facet = words[i].split("=", 2);
            facets.put(facet[0], facet.length > 1 ? facet[1] : "");
        }
        return new Field(path, Type.of(words[0]), facets);
    }

    /** The words that are taken; empty if any are. */
    public List<String> values() {
        return list("enum");
    }

    /** The names of fields that have to stand in this object. */
    public List<String> required() {
        return list("required");
    }

    /** Groups of names of which at most one may stand in this object. */
    public List<List<String>> choices() {
        return Optional.ofNullable(facets.get("one")).stream()
                .flatMap(groups -> Stream.of(groups.split("\\|")))
                .map(group -> List.of(group.split(",")))
                .toList();
    }

    /** Whether a null may stand there; elsewhere the API server refuses one. */
    public boolean isNullable() {
        return facets.containsKey("nullable");
    }

    /** A span of time of at least a millisecond. */
    public boolean isDuration() {
        return facets.containsKey("duration");
    }

    /** The least value of a number, or 1 for a port. */
    public OptionalDouble minimum() {
        return facets.containsKey("port") ? OptionalDouble.of(1) : number("minimum");
    }

    /** The largest value of a number, or 65535 for a port. */
    public OptionalDouble maximum() {
        return facets.containsKey("port") ? OptionalDouble.of(65_535) : number("maximum");
    }

    public OptionalDouble minItems() {
        return number("minItems");
    }

    public OptionalDouble maxItems() {
        return number("maxItems");
    }

    public OptionalDouble maxLength() {
        return number("maxLength");
    }

    public OptionalDouble maxProperties() {
        return number("maxProperties");
    }

    private OptionalDouble number(String facet) {
        String value = facets.get(facet);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
    }

    private List<String> list(String facet) {
        String value = facets.get(facet);
        return value == null ? List.of() : List.of(value.split(","));
    }
}
