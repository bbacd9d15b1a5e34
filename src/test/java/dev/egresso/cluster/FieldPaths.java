package dev.egresso.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of an object as server-side apply counts them: maps field by field, lists as a whole, except the ports of a
 * Service and of a ServiceEntry, which are told apart by keys. Written as {@code fieldsV1} writes them.
 */
final class FieldPaths {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NOBODYS = Set.of(
            "name",
            "namespace",
            "uid",
            "resourceVersion",
            "creationTimestamp",
            "generation",
            "managedFields",
            "selfLink");
    private static final List<String> PORTS = List.of("f:spec", "f:ports");

    /** By what the ports of a kind are told apart: {@code x-kubernetes-list-map-keys} in the schemas. */
    private static final Map<String, List<String>> KEYS =
            Map.of("Service", List.of("port", "protocol"), "ServiceEntry", List.of("name"));

    private FieldPaths() {}

    static Set<List<String>> of(Map<String, Object> object) {
        Set<List<String>> paths = new LinkedHashSet<>();
        List<String> keys = KEYS.getOrDefault(String.valueOf(object.get("kind")), List.of());
        object.forEach((key, value) -> {
            if (!Set.of("apiVersion", "kind", "status").contains(key)) {
                walk(List.of("f:" + key), key.equals("metadata") ? without(value) : value, keys, paths);
            }
        });
        paths.remove(List.of("f:metadata"));
        return paths;
    }

    private static Object without(Object metadata) {
        Map<String, Object> rest = new LinkedHashMap<>(map(metadata));
        rest.keySet().removeAll(NOBODYS);
        return rest;
    }

    private static void walk(List<String> path, Object value, List<String> keys, Set<List<String>> paths) {
        if (value instanceof Map<?, ?> && !map(value).isEmpty()) {
            map(value).forEach((key, below) -> walk(then(path, "f:" + key), below, keys, paths));
        } else if (!keys.isEmpty() && path.equals(PORTS) && value instanceof List<?> ports) {
            for (Object port : ports) {
                List<String> item = then(path, key(keys, map(port)));
                paths.add(item);
                map(port).forEach((key, below) -> walk(then(item, "f:" + key), below, keys, paths));
            }
        } else {
            paths.add(path);
        }
    }

    private static String key(Collection<String> keys, Map<String, Object> port) {
        Map<String, Object> key = new TreeMap<>();
        keys.forEach(name -> key.put(name, name.equals("protocol") ? port.getOrDefault(name, "TCP") : port.get(name)));
        return "k:" + json(key);
    }

    private static boolean isItem(String step, Object item) {
        return key(parse(step.substring(2)).keySet(), map(item)).equals(step);
    }

    static Object get(Map<String, Object> object, List<String> path) {
        Object at = object;
        for (String step : path) {
            at = below(at, step);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    private static Object below(Object at, String step) {
        if (step.startsWith("k:") && at instanceof List<?> list) {
            return list.stream().filter(item -> isItem(step, item)).findFirst().orElse(null);
        }
        return at instanceof Map<?, ?> ? map(at).get(step.substring(2)) : null;
    }

    @SuppressWarnings("unchecked")
    static void set(Map<String, Object> object, List<String> path, Object value) {
        Object at = object;
        for (int i = 0; i < path.size() - 1; i++) {
            Object next = below(at, path.get(i));
            boolean fits = path.get(i + 1).startsWith("k:") ? next instanceof List<?> : next instanceof Map<?, ?>;
            if (!fits) {
                next = path.get(i + 1).startsWith("k:") ? new ArrayList<>() : new LinkedHashMap<>();
                put(at, path.get(i), next);
            }
            at = next;
        }
        String last = path.get(path.size() - 1);
        if (!last.startsWith("k:")) {
            put(at, last, value);
        } else if (below(at, last) == null) {
            ((List<Object>) at).add(new LinkedHashMap<>(map(value)));
        }
    }

    private static void put(Object at, String step, Object value) {
        map(at).put(step.substring(2), value);
    }

    static void remove(Map<String, Object> object, List<String> path) {
        Object parent = get(object, path.subList(0, path.size() - 1));
        String last = path.get(path.size() - 1);
        if (parent instanceof List<?> list) {
            list.removeIf(item -> isItem(last, item));
        } else if (parent instanceof Map<?, ?>) {
            map(parent).remove(last.substring(2));
        }
        if (path.size() > 2 && parent instanceof Map<?, ?> && map(parent).isEmpty()) {
            remove(object, path.subList(0, path.size() - 1));
        }
    }

    static Map<String, Object> fieldsV1(Set<List<String>> paths) {
        Map<String, Object> root = new LinkedHashMap<>();
        for (List<String> path : paths) {
            Map<String, Object> at = root;
            for (String step : path) {
                at = map(at.computeIfAbsent(step, none -> new LinkedHashMap<>()));
            }
            if (path.get(path.size() - 1).startsWith("k:")) {
                at.put(".", new LinkedHashMap<>());
            }
        }
        return root;
    }

    static Set<List<String>> of(Object fieldsV1) {
        Set<List<String>> paths = new LinkedHashSet<>();
        collect(List.of(), map(fieldsV1), paths);
        return paths;
    }

    private static void collect(List<String> path, Map<String, Object> fields, Set<List<String>> paths) {
        if (fields.isEmpty() && !path.isEmpty()) {
            paths.add(path);
        }
        fields.forEach((key, below) -> {
            if (key.equals(".")) {
                paths.add(path);
            } else {
                collect(then(path, key), map(below), paths);
            }
        });
    }

    /** As the causes of a conflict name it: {@code .spec.ports[port=80,protocol="TCP"].name}. */
    static String spelled(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String step : path) {
            text.append(
                    step.startsWith("k:")
                            ? step.substring(2)
                                    .replaceAll("[{]", "[")
                                    .replaceAll("}", "]")
                                    .replaceAll("\"(\\w+)\":", "$1=")
                            : "." + step.substring(2));
        }
        return text.toString();
    }

    private static List<String> then(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : new LinkedHashMap<>();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, Object> parse(String json) {
        try {
            return map(JSON.readValue(json, Map.class));
        } catch (JsonProcessingException garbled) {
            throw new IllegalArgumentException(garbled);
        }
    }
}
