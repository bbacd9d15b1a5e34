package dev.egresso.schema;

import dev.egresso.mesh.FieldPath;
import dev.egresso.mesh.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** All fields of one of Istio's kinds, the same in each version of the API. */
public final class Schema {
    private final Map<String, Field> fields = new TreeMap<>();
    private final Map<String, List<String>> names = new HashMap<>();

    /** Read when the first one is asked for. */
    private static final class All {
        private static final Map<Kind, Schema> BY_KIND = read();

        private static Map<Kind, Schema> read() {
            Map<Kind, Schema> schemas = new EnumMap<>(Kind.class);
            for (Kind kind : List.of(Kind.SERVICE_ENTRY, Kind.VIRTUAL_SERVICE, Kind.DESTINATION_RULE)) {
                schemas.put(kind, new Schema(kind));
            }
            return Collections.unmodifiableMap(schemas);
        }
    }

    private Schema(Kind kind) {
        String file = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        ResourceBundle lines = ResourceBundle.getBundle("dev.egresso.schema." + file, Locale.ROOT);
        lines.keySet().forEach(path -> fields.put(path, Field.read(path, lines.getString(path))));
        fields.keySet().forEach(path -> {
            int dot = path.lastIndexOf('.');
            if (dot > 0 && !path.endsWith("[]") && !path.endsWith("*")) {
                names.computeIfAbsent(path.substring(0, dot), above -> new ArrayList<>())
                        .add(path.substring(dot + 1));
            }
        });
    }

    /** Empty for a kind that is not Istio's. */
    public static Optional<Schema> of(Kind kind) {
        return Optional.ofNullable(All.BY_KIND.get(kind));
    }

    /** In the order of their paths. */
    public Collection<Field> fields() {
        return Collections.unmodifiableCollection(fields.values());
    }

    /** The field at a path with its indexes left open, such as {@code spec.http[].rewrite}. */
    public Optional<Field> field(String pattern) {
        return Optional.ofNullable(fields.get(pattern));
    }

    public Optional<Field> field(FieldPath path) {
        String pattern = path.pattern();
        return field(pattern.substring(pattern.indexOf('/') + 1));
    }

    /** The names of the fields of the object at a path. */
    public List<String> names(String pattern) {
        return Collections.unmodifiableList(names.getOrDefault(pattern, List.of()));
    }
}
