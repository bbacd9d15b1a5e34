package dev.egresso.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Makes the compact schemas out of Istio's published CustomResourceDefinitions, structure only. Run it after a release of
 * Istio with the file {@code manifests/charts/base/files/crd-all.gen.yaml} and the folder
 * {@code src/main/resources/dev/egresso/schema}.
 */
final class SchemaMaker {
    private static final List<String> KINDS = List.of("ServiceEntry", "VirtualService", "DestinationRule");
    private static final String DURATION = "duration(self) >= duration('1ms')";
    private static final String PORT = "0 < self && self <= 65535";

    private final Map<String, String> fields = new TreeMap<>();

    private SchemaMaker() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(64 * 1024 * 1024);
        for (Object document :
                new Yaml(new SafeConstructor(options)).loadAll(Files.readString(Path.of(arguments[0])))) {
            if (document instanceof Map<?, ?> crd && KINDS.contains(kind(crd))) {
                String name = kind(crd).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
                Files.writeString(folder.resolve(name + ".properties"), text(crd));
            }
        }
    }

    private static String kind(Map<?, ?> crd) {
        return (String) at(crd, "spec", "names", "kind");
    }

    /** The three versions share one schema, which is said here if it should change. */
    private static String text(Map<?, ?> crd) {
        List<?> versions = (List<?>) at(crd, "spec", "versions");
        List<Object> schemas = versions.stream()
                .map(version -> at((Map<?, ?>) version, "schema"))
                .distinct()
                .collect(Collectors.toList());
        if (schemas.size() != 1) {
            throw new IllegalStateException("the versions of " + kind(crd) + " differ");
        }
        SchemaMaker maker = new SchemaMaker();
        Map<?, ?> top = (Map<?, ?>) at((Map<?, ?>) schemas.get(0), "openAPIV3Schema");
        maker.write("spec", (Map<?, ?>) at(top, "properties", "spec"));
        return "# Fields of " + kind(crd)
                + ", made by SchemaMaker from Istio's CustomResourceDefinitions (Apache-2.0).\n"
                + maker.fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private void write(String path, Map<?, ?> schema) {
        fields.put(path, line(schema));
        Object properties = schema.get("properties");
        if (properties instanceof Map<?, ?> map) {
            map.forEach((name, below) -> write(path + "." + name, (Map<?, ?>) below));
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            write(path + "[]", items);
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            write(path + ".*", values);
        }
    }

    private static String line(Map<?, ?> schema) {
        List<String> words = new ArrayList<>();
        words.add(type(schema));
        Stream.of("minimum", "maximum", "minItems", "maxItems", "maxLength", "maxProperties", "format")
                .filter(schema::containsKey)
                .forEach(facet -> words.add(facet + "=" + number(schema.get(facet))));
        list(schema, "enum", words);
        list(schema, "required", words);
        choices(schema, words);
        if (Boolean.TRUE.equals(schema.get("nullable"))) {
            words.add("nullable");
        }
        rules(schema).forEach(rule -> {
            if (rule.equals(DURATION)) {
                words.add("duration");
            } else if (rule.equals(PORT)) {
                words.add("port");
            }
        });
        return String.join(" ", words);
    }

    private static String type(Map<?, ?> schema) {
        if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
            return "integer-or-string";
        }
        if (schema.get("additionalProperties") instanceof Map) {
            return "map";
        }
        boolean open = Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"));
        return open || !schema.containsKey("type") ? "any" : (String) schema.get("type");
    }

    private static String number(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? Long.toString(number.longValue())
                : String.valueOf(value);
    }

    private static void list(Map<?, ?> schema, String facet, List<String> words) {
        if (schema.get(facet) instanceof List<?> values && !values.isEmpty()) {
            words.add(facet + "=" + values.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
    }

    /** {@code oneOf} of nothing or each of some fields: at most one of them may be there. */
    private static void choices(Map<?, ?> schema, List<String> words) {
        List<Object> groups = new ArrayList<>();
        groups.add(schema.get("oneOf"));
        if (schema.get("allOf") instanceof List<?> all) {
            all.forEach(each -> groups.add(((Map<?, ?>) each).get("oneOf")));
        }
        String choices = groups.stream()
                .filter(Objects::nonNull)
                .map(group -> ((List<?>) group)
                        .stream()
                                .map(each -> ((Map<?, ?>) each).get("required"))
                                .filter(Objects::nonNull)
                                .map(names -> (String) ((List<?>) names).get(0))
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("|"));
        if (!choices.isEmpty()) {
            words.add("one=" + choices);
        }
    }

    private static List<String> rules(Map<?, ?> schema) {
        return schema.get("x-kubernetes-validations") instanceof List<?> rules
                ? rules.stream()
                        .map(rule -> (String) ((Map<?, ?>) rule).get("rule"))
                        .toList()
                : List.of();
    }

    private static Object at(Map<?, ?> map, String... keys) {
        Object at = map;
        for (String key : keys) {
            at = ((Map<?, ?>) at).get(key);
        }
        return at;
    }
}
