package dev.egresso.cluster;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What the double of an API server stores, and how it writes: server-side apply, replace, create, delete. */
final class StoredObjects {
    /** A manager's fields. */
    private record Holding(String manager, String operation, String apiVersion, String time, Set<List<String>> paths) {
        Map<String, Object> entry() {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("manager", manager);
            entry.put("operation", operation);
            entry.put("apiVersion", apiVersion);
            entry.put("time", time);
            entry.put("fieldsType", "FieldsV1");
            entry.put("fieldsV1", FieldPaths.fieldsV1(paths));
            return entry;
        }

        static Holding of(Map<String, Object> entry) {
            return new Holding(
                    (String) entry.get("manager"),
                    (String) entry.get("operation"),
                    (String) entry.get("apiVersion"),
                    (String) entry.get("time"),
                    FieldPaths.of(entry.get("fieldsV1")));
        }

        boolean is(String name, String how) {
            return manager.equals(name) && operation.equals(how);
        }
    }

    private final Map<String, String> objects = new TreeMap<>();
    private long version = 1000;
    private int addresses = 10;

    static String key(String resource, String namespace, String name) {
        return resource + "/" + namespace + "/" + name;
    }

    synchronized Optional<Map<String, Object>> get(String key) {
        return Optional.ofNullable(objects.get(key)).map(FieldPaths::parse);
    }

    synchronized List<Map<String, Object>> list(String prefix) {
        return objects.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(each -> FieldPaths.parse(each.getValue()))
                .toList();
    }

    synchronized void delete(String key) {
        objects.remove(key);
        version++;
    }

    synchronized Map<String, Object> apply(
            String key, Map<String, Object> config, String manager, boolean force, boolean dryRun) {
        Set<List<String>> wanted = FieldPaths.of(config);
        Optional<Map<String, Object>> found = get(key);
        Map<String, Object> live = found.orElseGet(() -> bare(config));
        List<Holding> holdings = holdings(live);
        Set<List<String>> previous = paths(holdings, manager, "Apply");
        Set<List<String>> changed = new LinkedHashSet<>(wanted);
        changed.removeIf(path -> isSame(path, live, config));
        Map<List<String>, String> conflicts = conflicts(holdings, manager, changed);
        if (!conflicts.isEmpty() && !force) {
            throw ApiError.conflicts((String) config.get("apiVersion"), conflicts);
        }
        List<Holding> others = new ArrayList<>();
        for (Holding holding : holdings) {
            if (!holding.is(manager, "Apply")) {
                others.add(lessen(holding, conflicts.keySet()));
            }
        }
        Map<String, Object> merged = copy(live);
        wanted.forEach(path -> FieldPaths.set(merged, path, FieldPaths.get(config, path)));
        previous.stream()
                .filter(path -> !wanted.contains(path))
                .filter(path -> others.stream()
                        .filter(holding -> holding.operation().equals("Apply"))
                        .noneMatch(holding -> holding.paths().contains(path)))
                .forEach(path -> FieldPaths.remove(merged, path));
        boolean same = found.isPresent() && previous.equals(wanted) && merged.equals(live);
        if (same) {
            return live;
        }
        others.removeIf(holding -> holding.paths().isEmpty());
        if (!wanted.isEmpty()) {
            others.add(new Holding(manager, "Apply", (String) config.get("apiVersion"), now(), wanted));
        }
        return store(key, merged, live, others, dryRun);
    }

    /** An item that is told apart by its key counts by being there. */
    private static boolean isSame(List<String> path, Map<String, Object> one, Map<String, Object> other) {
        Object mine = FieldPaths.get(one, path);
        Object theirs = FieldPaths.get(other, path);
        return path.get(path.size() - 1).startsWith("k:")
                ? (mine == null) == (theirs == null)
                : Objects.equals(mine, theirs);
    }

    private static Map<List<String>, String> conflicts(
            List<Holding> holdings, String manager, Set<List<String>> changed) {
        Map<List<String>, String> conflicts = new LinkedHashMap<>();
        holdings.stream().filter(holding -> !holding.is(manager, "Apply")).forEach(holding -> holding.paths().stream()
                .filter(changed::contains)
                .forEach(path -> conflicts.put(path, holding.manager())));
        return conflicts;
    }

    synchronized Map<String, Object> create(String key, Map<String, Object> body, String manager, boolean dryRun) {
        Map<String, Object> empty = bare(body);
        return update(key, body, empty, manager, dryRun);
    }

    synchronized Map<String, Object> replace(String key, Map<String, Object> body, String manager, boolean dryRun) {
        return update(key, body, get(key).orElseThrow(), manager, dryRun);
    }

    /** The owners that a body names are taken; what the body changes is given to the writer and taken from the others. */
    private Map<String, Object> update(
            String key, Map<String, Object> body, Map<String, Object> live, String manager, boolean dryRun) {
        List<Object> told = list(metadata(body).get("managedFields"));
        boolean cleared = told.size() == 1 && FieldPaths.map(told.get(0)).isEmpty();
        List<Holding> named = cleared ? List.of() : holdings(body);
        List<Holding> holdings = named.isEmpty() && !cleared ? holdings(live) : named;
        Map<String, Object> merged = copy(body);
        defaults(merged, live);
        Set<List<String>> then = FieldPaths.of(live);
        Set<List<String>> written = new LinkedHashSet<>(FieldPaths.of(merged));
        written.removeIf(path -> isSame(path, live, merged));
        Set<List<String>> lost = new LinkedHashSet<>(then);
        lost.removeAll(FieldPaths.of(merged));
        lost.addAll(written);
        List<Holding> next = new ArrayList<>();
        holdings.forEach(holding -> next.add(lessen(holding, lost)));
        next.removeIf(holding -> holding.paths().isEmpty());
        if (!written.isEmpty()) {
            written.addAll(paths(next, manager, "Update"));
            next.removeIf(holding -> holding.is(manager, "Update"));
            next.add(new Holding(manager, "Update", (String) body.get("apiVersion"), now(), written));
        }
        return store(key, merged, live, next, dryRun);
    }

    private Map<String, Object> store(
            String key, Map<String, Object> merged, Map<String, Object> live, List<Holding> holdings, boolean dryRun) {
        defaults(merged, live);
        Map<String, Object> metadata = metadata(merged);
        Map<String, Object> before = metadata(live);
        boolean fresh = before.get("uid") == null;
        metadata.put("uid", fresh ? UUID.randomUUID().toString() : before.get("uid"));
        metadata.put("creationTimestamp", fresh ? now() : before.get("creationTimestamp"));
        metadata.put("managedFields", holdings.stream().map(Holding::entry).toList());
        if (!merged.get("kind").equals("Service")) {
            int generation = fresh ? 0 : (int) before.get("generation");
            boolean changed = !Objects.equals(merged.get("spec"), live.get("spec"));
            metadata.put("generation", changed || fresh ? generation + 1 : generation);
        }
        metadata.put("resourceVersion", before.get("resourceVersion"));
        if (!fresh && merged.equals(live)) {
            return live;
        }
        metadata.put("resourceVersion", Long.toString(dryRun ? version : ++version));
        if (!dryRun) {
            objects.put(key, FieldPaths.json(merged));
        }
        return merged;
    }

    /** What a server adds to a Service. */
    private void defaults(Map<String, Object> object, Map<String, Object> live) {
        if (!"Service".equals(object.get("kind"))) {
            return;
        }
        Map<String, Object> spec =
                FieldPaths.map(object.computeIfAbsent("spec", none -> new LinkedHashMap<String, Object>()));
        Object address = FieldPaths.map(live.get("spec")).get("clusterIP");
        spec.putIfAbsent("clusterIP", address == null ? "10.96.0." + addresses++ : address);
        spec.putIfAbsent("clusterIPs", List.of(spec.get("clusterIP")));
        spec.putIfAbsent("type", "ClusterIP");
        spec.putIfAbsent("sessionAffinity", "None");
        spec.putIfAbsent("internalTrafficPolicy", "Cluster");
        spec.putIfAbsent("ipFamilyPolicy", "SingleStack");
        spec.putIfAbsent("ipFamilies", List.of("IPv4"));
        for (Object port : list(spec.get("ports"))) {
            FieldPaths.map(port).putIfAbsent("protocol", "TCP");
            FieldPaths.map(port).putIfAbsent("targetPort", FieldPaths.map(port).get("port"));
        }
    }

    private static Map<String, Object> bare(Map<String, Object> object) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", metadata(object).get("name"));
        metadata.put("namespace", metadata(object).get("namespace"));
        Map<String, Object> bare = new LinkedHashMap<>();
        bare.put("apiVersion", object.get("apiVersion"));
        bare.put("kind", object.get("kind"));
        bare.put("metadata", metadata);
        return bare;
    }

    private static Holding lessen(Holding holding, Set<List<String>> paths) {
        Set<List<String>> left = new LinkedHashSet<>(holding.paths());
        left.removeAll(paths);
        return new Holding(holding.manager(), holding.operation(), holding.apiVersion(), holding.time(), left);
    }

    private static Set<List<String>> paths(List<Holding> holdings, String manager, String operation) {
        return holdings.stream()
                .filter(holding -> holding.is(manager, operation))
                .map(Holding::paths)
                .findFirst()
                .orElse(Set.of());
    }

    private static List<Holding> holdings(Map<String, Object> object) {
        return list(metadata(object).get("managedFields")).stream()
                .map(FieldPaths::map)
                .filter(entry -> !entry.isEmpty())
                .map(Holding::of)
                .toList();
    }

    static Map<String, Object> metadata(Map<String, Object> object) {
        return FieldPaths.map(object.get("metadata"));
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value instanceof List<?> ? (List<Object>) value : List.of();
    }

    private static Map<String, Object> copy(Map<String, Object> object) {
        return FieldPaths.parse(FieldPaths.json(object));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
