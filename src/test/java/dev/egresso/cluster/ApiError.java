package dev.egresso.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an API server refuses with; the texts are those of apiserver v1.28 to v1.34. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int code;
    private final String reason;
    private final transient List<Map<String, Object>> causes;

    ApiError(int code, String reason, String message, List<Map<String, Object>> causes) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.causes = causes;
    }

    ApiError(int code, String reason, String message) {
        this(code, reason, message, List.of());
    }

    static ApiError notFound(String resource, String name) {
        return new ApiError(404, "NotFound", qualified(resource) + " \"" + name + "\" not found");
    }

    static ApiError namespaceNotFound(String namespace) {
        return new ApiError(404, "NotFound", "namespaces \"" + namespace + "\" not found");
    }

    static ApiError namespaceEnding(String resource, String name, String namespace) {
        return new ApiError(
                403,
                "Forbidden",
                qualified(resource) + " \"" + name + "\" is forbidden: unable to create new content in namespace "
                        + namespace + " because it is being terminated");
    }

    /** @param counts what was requested, used and allowed */
    static ApiError overQuota(String resource, String name, String quota, String counts) {
        return new ApiError(
                403,
                "Forbidden",
                qualified(resource) + " \"" + name + "\" is forbidden: exceeded quota: " + quota + ", " + counts);
    }

    static ApiError noSuchResource() {
        return new ApiError(404, "NotFound", "the server could not find the requested resource");
    }

    static ApiError modified(String resource, String name) {
        return new ApiError(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + qualified(resource) + " \"" + name
                        + "\": the object has been modified; please apply your changes to the latest version and try again");
    }

    static ApiError exists(String resource, String name) {
        return new ApiError(409, "AlreadyExists", qualified(resource) + " \"" + name + "\" already exists");
    }

    static ApiError forbidden(String user, String verb, String resource, String name, String namespace) {
        return new ApiError(
                403,
                "Forbidden",
                qualified(resource) + " \"" + name + "\" is forbidden: User \"" + user + "\" cannot " + verb
                        + " resource \"" + resource + "\" in API group \"" + group(resource) + "\" in the namespace \""
                        + namespace + "\"");
    }

    static ApiError undeclared(Map<String, Object> object, String namespace, String name, String field) {
        return new ApiError(
                500,
                "",
                "failed to create typed patch object (" + namespace + "/" + name + "; " + object.get("apiVersion")
                        + ", Kind=" + object.get("kind") + "): " + field + ": field not declared in schema");
    }

    static ApiError invalid(Map<String, Object> object, String name, String field, String detail) {
        return new ApiError(
                422,
                "Invalid",
                object.get("kind") + " \"" + name + "\" is invalid: " + field + ": " + detail,
                List.of(Map.of("reason", "FieldValueInvalid", "message", detail, "field", field)));
    }

    static ApiError conflicts(String apiVersion, Map<List<String>, String> managersByPath) {
        List<Map<String, Object>> causes = managersByPath.entrySet().stream()
                .<Map<String, Object>>map(each -> Map.of(
                        "reason",
                        "FieldManagerConflict",
                        "message",
                        "conflict with \"" + each.getValue() + "\" using " + apiVersion,
                        "field",
                        FieldPaths.spelled(each.getKey())))
                .toList();
        return new ApiError(
                409,
                "Conflict",
                "Apply failed with " + causes.size() + (causes.size() == 1 ? " conflict" : " conflicts") + ": "
                        + causes.get(0).get("message") + ": " + causes.get(0).get("field"),
                causes);
    }

    static ApiError admission(String webhook, String detail) {
        return new ApiError(400, "BadRequest", "admission webhook \"" + webhook + "\" denied the request: " + detail);
    }

    static ApiError webhookDown(String webhook) {
        return webhookDown(
                webhook,
                "Post \"https://istiod.istio-system.svc:443/validate?timeout=10s\":"
                        + " dial tcp 10.96.1.2:443: connect: connection refused");
    }

    /** @param said of what came of the call */
    static ApiError webhookDown(String webhook, String said) {
        return new ApiError(
                500,
                "InternalError",
                "Internal error occurred: failed calling webhook \"" + webhook + "\": failed to call webhook: " + said);
    }

    Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("kind", "Status");
        status.put("apiVersion", "v1");
        status.put("metadata", Map.of());
        status.put("status", "Failure");
        status.put("message", getMessage());
        status.put("reason", reason);
        status.put("details", causes.isEmpty() ? Map.of() : Map.of("causes", causes));
        status.put("code", code);
        return status;
    }

    private static String group(String resource) {
        return resource.equals("services") ? "" : "networking.istio.io";
    }

    private static String qualified(String resource) {
        return group(resource).isEmpty() ? resource : resource + "." + group(resource);
    }
}
