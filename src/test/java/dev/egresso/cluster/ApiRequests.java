package dev.egresso.cluster;

import dev.egresso.cluster.ApiServerDouble.ApiAnswer;
import dev.egresso.cluster.ApiServerDouble.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Answers one request to the double, once nothing stands in its way. */
record ApiRequests(
        StoredObjects objects,
        Set<String> namespaces,
        Set<String> versions,
        Set<String> forbidden,
        Map<String, Set<String>> specs) {
    private static final String ISTIO = "/apis/networking.istio.io";
    private static final Map<String, String> KINDS = Map.of(
            "serviceentries", "ServiceEntry",
            "virtualservices", "VirtualService",
            "destinationrules", "DestinationRule",
            "services", "Service");

    /** The parts of a path to a namespaced object or to all of them. */
    private record Where(String apiVersion, String namespace, String resource, String name) {
        String key() {
            return StoredObjects.key(resource, namespace, name);
        }
    }

    ApiAnswer answer(Seen request) {
        String path = request.path();
        if (path.endsWith("/selfsubjectaccessreviews")) {
            return review(request);
        }
        if (path.endsWith("/selfsubjectreviews")) {
            return ApiAnswer.of(201, Map.of("status", Map.of("userInfo", Map.of("username", "jane@example.com"))));
        }
        if (path.equals(ISTIO)) {
            return group();
        }
        if (path.equals("/api/v1/namespaces")) {
            return ApiAnswer.of(
                    200,
                    list(namespaces.stream()
                            .<Map<String, Object>>map(name -> Map.of("metadata", Map.of("name", name)))
                            .toList()));
        }
        String[] parts = path.split("/");
        if (parts.length == 5 && path.startsWith(ISTIO)) {
            return everywhere(request, new Where(parts[2] + "/" + parts[3], "", parts[4], ""));
        }
        if (path.equals("/api/v1/services")) {
            return everywhere(request, new Where("v1", "", "services", ""));
        }
        return object(request, where(path));
    }

    private ApiAnswer everywhere(Seen request, Where where) {
        String version = where.apiVersion().substring(where.apiVersion().indexOf('/') + 1);
        if (where.apiVersion().contains("/") && !versions.contains(version)) {
            throw ApiError.noSuchResource();
        }
        authorize(request, where);
        return ApiAnswer.of(200, list(inVersion(objects.list(where.resource() + "/"), where)));
    }

    private ApiAnswer review(Seen request) {
        Map<String, Object> review = FieldPaths.parse(request.body());
        Map<String, Object> asked =
                FieldPaths.map(FieldPaths.map(review.get("spec")).get("resourceAttributes"));
        Object part = asked.get("subresource");
        String resource = asked.get("resource") + (part == null ? "" : "/" + part);
        review.put("status", Map.of("allowed", !forbidden.contains(asked.get("verb") + " " + resource)));
        return ApiAnswer.of(201, review);
    }

    private ApiAnswer group() {
        if (versions.isEmpty()) {
            return new ApiAnswer(404, "404 page not found\n");
        }
        return ApiAnswer.of(
                200,
                Map.of(
                        "kind",
                        "APIGroup",
                        "name",
                        "networking.istio.io",
                        "versions",
                        versions.stream()
                                .map(version -> Map.of("version", version))
                                .toList()));
    }

    private static Where where(String path) {
        String[] parts = path.split("/");
        boolean core = path.startsWith("/api/");
        int at = core ? 3 : 4;
        if (parts.length < at + 3 || !parts[at].equals("namespaces")) {
            throw ApiError.noSuchResource();
        }
        return new Where(
                core ? parts[2] : parts[2] + "/" + parts[3],
                parts[at + 1],
                parts[at + 2],
                parts.length > at + 3 ? parts[at + 3] : "");
    }

    private ApiAnswer object(Seen request, Where where) {
        boolean core = where.apiVersion().equals("v1");
        if (!core && versions.isEmpty()) {
            return new ApiAnswer(404, "404 page not found\n");
        }
        String version = where.apiVersion().substring(where.apiVersion().indexOf('/') + 1);
        if (!KINDS.containsKey(where.resource()) || !core && !versions.contains(version)) {
            throw ApiError.noSuchResource();
        }
        authorize(request, where);
        return switch (request.method()) {
            case "GET" -> where.name().isEmpty() ? all(request, where) : ApiAnswer.of(200, existing(where));
            case "PATCH" -> apply(request, where);
            case "PUT" -> replace(request, where);
            case "POST" -> create(request, where);
            case "DELETE" -> delete(request, where);
            default -> throw new ApiError(405, "MethodNotAllowed", "the server does not allow this method");
        };
    }

    private void authorize(Seen request, Where where) {
        List<String> verbs = new ArrayList<>(List.of(
                switch (request.method()) {
                    case "GET" -> where.name().isEmpty() ? "list" : "get";
                    case "PATCH" -> "patch";
                    case "PUT" -> "update";
                    case "POST" -> "create";
                    default -> "delete";
                }));
        if (request.method().equals("PATCH") && objects.get(where.key()).isEmpty()) {
            verbs.add("create");
        }
        for (String verb : verbs) {
            if (forbidden.contains(verb + " " + where.resource())) {
                throw ApiError.forbidden("jane@example.com", verb, where.resource(), where.name(), where.namespace());
            }
        }
    }

    private ApiAnswer all(Seen request, Where where) {
        Optional<String> selector = Optional.ofNullable(request.query().get("labelSelector"));
        return ApiAnswer.of(
                200,
                list(inVersion(objects.list(where.resource() + "/" + where.namespace() + "/"), where).stream()
                        .filter(object ->
                                selector.map(each -> isLabelled(object, each)).orElse(true))
                        .toList()));
    }

    private static boolean isLabelled(Map<String, Object> object, String selector) {
        String[] parts = selector.split("=", 2);
        return parts[1].equals(
                FieldPaths.map(StoredObjects.metadata(object).get("labels")).get(parts[0]));
    }

    /** The same objects go by each version that is served. */
    private static List<Map<String, Object>> inVersion(List<Map<String, Object>> items, Where where) {
        return items.stream()
                .map(item -> {
                    Map<String, Object> told = new LinkedHashMap<>(item);
                    told.put("apiVersion", where.apiVersion());
                    return told;
                })
                .toList();
    }

    private static Map<String, Object> list(List<Map<String, Object>> items) {
        return Map.of("kind", "List", "apiVersion", "v1", "items", items);
    }

    private Map<String, Object> existing(Where where) {
        Map<String, Object> object =
                objects.get(where.key()).orElseThrow(() -> ApiError.notFound(where.resource(), where.name()));
        object.put("apiVersion", where.apiVersion());
        return object;
    }

    private ApiAnswer apply(Seen request, Where where) {
        if (!request.contentType().equals("application/apply-patch+yaml")) {
            throw new ApiError(415, "UnsupportedMediaType", "the body of the request was in an unknown format");
        }
        Map<String, Object> config = ApiServerDouble.yaml(request.body());
        StoredObjects.metadata(config).putIfAbsent("namespace", where.namespace());
        if (StoredObjects.metadata(config).containsKey("managedFields")) {
            throw new ApiError(400, "BadRequest", "metadata.managedFields must be nil");
        }
        checkSchema(config, where);
        if (!request.dryRun()) {
            checkAddress(config, where);
        }
        boolean there = objects.get(where.key()).isPresent();
        checkContent(config, where, there);
        Map<String, Object> stored = objects.apply(
                where.key(),
                config,
                request.query().get("fieldManager"),
                "true".equals(request.query().get("force")),
                request.dryRun());
        stored.put("apiVersion", where.apiVersion());
        return ApiAnswer.of(there ? 200 : 201, stored);
    }

    private void checkSchema(Map<String, Object> config, Where where) {
        for (String field : FieldPaths.map(config.get("spec")).keySet()) {
            if (!specs.get(KINDS.get(where.resource())).contains(field)) {
                throw ApiError.undeclared(config, where.namespace(), where.name(), ".spec." + field);
            }
        }
    }

    /** No rehearsal tells whether an address is free. */
    private void checkAddress(Map<String, Object> config, Where where) {
        Object address = FieldPaths.map(config.get("spec")).get("clusterIP");
        boolean taken = address != null
                && objects.list("services/").stream()
                        .filter(each -> !where.name()
                                .equals(StoredObjects.metadata(each).get("name")))
                        .anyMatch(each ->
                                address.equals(FieldPaths.map(each.get("spec")).get("clusterIP")));
        if (taken) {
            throw ApiError.invalid(
                    config,
                    where.name(),
                    "spec.clusterIPs",
                    "Invalid value: [\"" + address + "\"]: failed to allocate IP " + address
                            + ": provided IP is already allocated");
        }
    }

    private void checkContent(Map<String, Object> object, Where where, boolean there) {
        if (!namespaces.contains(where.namespace())) {
            throw ApiError.namespaceNotFound(where.namespace());
        }
        boolean entry = where.resource().equals("serviceentries");
        if (entry && !there && !FieldPaths.map(object.get("spec")).containsKey("hosts")) {
            throw ApiError.invalid(object, where.name(), "spec.hosts", "Required value");
        }
    }

    private ApiAnswer replace(Seen request, Where where) {
        Map<String, Object> body = FieldPaths.parse(request.body());
        Map<String, Object> live = existing(where);
        checkSame(body, live, where, "resourceVersion");
        checkSame(body, live, where, "uid");
        Object address = FieldPaths.map(live.get("spec")).get("clusterIP");
        if (!Objects.equals(address, FieldPaths.map(body.get("spec")).getOrDefault("clusterIP", address))) {
            throw ApiError.invalid(body, where.name(), "spec.clusterIP", "field is immutable");
        }
        body.remove("status");
        String manager = request.query().get("fieldManager");
        return ApiAnswer.of(200, objects.replace(where.key(), body, manager, request.dryRun()));
    }

    private static void checkSame(Map<String, Object> body, Map<String, Object> live, Where where, String key) {
        Object told = StoredObjects.metadata(body).get(key);
        if (told != null && !told.equals(StoredObjects.metadata(live).get(key))) {
            throw ApiError.modified(where.resource(), where.name());
        }
    }

    private ApiAnswer create(Seen request, Where where) {
        Map<String, Object> body = new LinkedHashMap<>(FieldPaths.parse(request.body()));
        String name = (String) StoredObjects.metadata(body).get("name");
        if (StoredObjects.metadata(body).get("resourceVersion") != null) {
            throw new ApiError(400, "BadRequest", "resourceVersion should not be set on objects to be created");
        }
        Where made = new Where(where.apiVersion(), where.namespace(), where.resource(), name);
        checkContent(body, made, false);
        if (objects.get(made.key()).isPresent()) {
            throw ApiError.exists(where.resource(), name);
        }
        String manager = request.query().get("fieldManager");
        return ApiAnswer.of(201, objects.create(made.key(), body, manager, request.dryRun()));
    }

    private ApiAnswer delete(Seen request, Where where) {
        Map<String, Object> live = existing(where);
        Map<String, Object> conditions = request.body().isEmpty()
                ? Map.of()
                : FieldPaths.map(FieldPaths.parse(request.body()).get("preconditions"));
        conditions.forEach((key, value) -> {
            if (!value.equals(StoredObjects.metadata(live).get(key))) {
                throw new ApiError(
                        409,
                        "Conflict",
                        "Operation cannot be fulfilled on " + where.resource() + " \"" + where.name() + "\": the " + key
                                + " in the precondition does not match");
            }
        });
        objects.delete(where.key());
        return ApiAnswer.of(200, Map.of("kind", "Status", "apiVersion", "v1", "status", "Success"));
    }
}
