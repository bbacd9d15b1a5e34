package dev.egresso.cluster;

import dev.egresso.mesh.Node;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Conflict;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a server's refusal: a {@code Status} object (Kubernetes API conventions, "Response Status Kind"), told apart by
 * code and reason, and by its sentence only where those do not tell, as apiserver v1.28 to v1.34 write it.
 */
final class StatusReader {
    private static final Pattern NO_RIGHT = Pattern.compile(
            "User \"([^\"]*)\" cannot (\\S+) resource \"([^\"]*)\"(?:.* in the namespace \"([^\"]*)\")?");
    private static final Pattern WEBHOOK_DENIED =
            Pattern.compile("admission webhook \"([^\"]*)\" denied the request:? ?(.*)", Pattern.DOTALL);
    private static final Pattern WEBHOOK_UNTRUSTED =
            Pattern.compile("failed calling webhook \"([^\"]*)\": .*x509: (.*)", Pattern.DOTALL);
    private static final Pattern WEBHOOK_DOWN = Pattern.compile(
            "failed calling webhook \"([^\"]*)\":? ?(?:failed to call webhook: )?(?:Post \"[^\"]*\": )?(.*)",
            Pattern.DOTALL);
    private static final Pattern NO_DRY_RUN =
            Pattern.compile("admission webhook \"?([^\" ]*)\"? does not support dry run");
    private static final Pattern POLICY =
            Pattern.compile("ValidatingAdmissionPolicy '([^']*)'.* denied request: (.*)", Pattern.DOTALL);
    private static final Pattern UNDECLARED = Pattern.compile("(\\.[^\\s:]+): field not declared in schema");
    private static final Pattern UNKNOWN = Pattern.compile("unknown field \"([^\"]+)\"");
    private static final Pattern NO_NAMESPACE = Pattern.compile("namespaces \"([^\"]*)\" not found");
    private static final Pattern NAMESPACE_ENDING =
            Pattern.compile("unable to create new content in namespace (\\S+) because it is being terminated");
    private static final Pattern OVER_QUOTA = Pattern.compile("exceeded quota: ([^,]+), (.*)", Pattern.DOTALL);
    private static final Pattern OWNER = Pattern.compile("conflict with \"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Address address;
    private final Reply reply;
    private final String message;
    private final String reason;
    private final List<Node> causes;

    private StatusReader(Address address, Reply reply, LiveObject status) {
        this.address = address;
        this.reply = reply;
        this.message = status.textAt("message");
        this.reason = status.textAt("reason");
        this.causes = status.itemsAt("details", "causes");
    }

    static Trouble read(Address address, Reply reply) {
        Optional<LiveObject> status = LiveObject.read(reply.body())
                .filter(object -> object.textAt("kind").equals("Status"));
        if (status.isEmpty()) {
            return withoutStatus(address, reply);
        }
        return new StatusReader(address, reply, status.get()).trouble();
    }

    /** A group of the API that is not served is answered in plain text; anything else is not from an API server. */
    private static Trouble withoutStatus(Address address, Reply reply) {
        if (reply.code() == 404 && reply.body().startsWith("404 page not found")) {
            return kindMissing(address);
        }
        if (reply.code() == 401) {
            return Trouble.of("unauthorized", "detail", "");
        }
        return reply.code() >= 500
                ? Trouble.of("server-fault", "code", "" + reply.code(), "detail", "")
                : Trouble.of("not-kubernetes", "code", "" + reply.code());
    }

    private static Trouble kindMissing(Address address) {
        return Trouble.of("kind-missing", "kind", address.kind().word(), "version", address.apiVersion());
    }

    private Trouble trouble() {
        return bySentence().orElseGet(this::byCode);
    }

    /** Refusals of admission come with any code that their author chose. */
    private Optional<Trouble> bySentence() {
        return found(WEBHOOK_DENIED, "admission", "webhook", "detail")
                .or(() -> found(POLICY, "policy", "policy", "detail"))
                .or(() -> found(WEBHOOK_UNTRUSTED, "webhook-untrusted", "webhook", "detail"))
                .or(() -> found(WEBHOOK_DOWN, "webhook-down", "webhook", "detail"))
                .or(() -> found(NO_DRY_RUN, "no-dry-run", "webhook"))
                .or(() -> found(UNDECLARED, "unknown-field", "field"))
                .or(() -> found(UNKNOWN, "unknown-field", "field"))
                .or(() -> found(NAMESPACE_ENDING, "namespace-ending", "namespace"))
                .or(() -> found(OVER_QUOTA, "over-quota", "quota", "detail"));
    }

    private Optional<Trouble> found(Pattern pattern, String id, String... names) {
        Matcher matcher = pattern.matcher(message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Trouble trouble = Trouble.of(id, "detail", message);
        for (int i = 0; i < names.length; i++) {
            trouble = trouble.with(names[i], matcher.group(i + 1));
        }
        return Optional.of(trouble);
    }

    private Trouble byCode() {
        return switch (reply.code()) {
            case 401 -> Trouble.of("unauthorized", "detail", message);
            case 403 -> forbidden();
            case 404 -> missing();
            case 409 -> conflict();
            case 415, 406 -> Trouble.of("no-server-side-apply", "detail", message);
            case 422 -> invalid();
            case 429 -> Trouble.of("busy", "detail", message);
            default ->
                message.startsWith("failed to create typed patch object")
                        ? Trouble.of("wrong-shape", "detail", message.replaceFirst("^[^)]*\\): ", ""))
                        : reply.code() >= 500
                                ? Trouble.of("server-fault", "code", "" + reply.code(), "detail", message)
                                : Trouble.of("refused", "code", "" + reply.code(), "detail", message);
        };
    }

    private Trouble forbidden() {
        Matcher right = NO_RIGHT.matcher(message);
        return right.find()
                ? Trouble.of(
                        "forbidden",
                        "user",
                        right.group(1),
                        "verb",
                        right.group(2),
                        "resource",
                        right.group(3),
                        "namespace",
                        right.group(4) == null ? "" : right.group(4))
                : Trouble.of("denied", "detail", message);
    }

    private Trouble missing() {
        Matcher namespace = NO_NAMESPACE.matcher(message);
        if (namespace.find()) {
            return Trouble.of("namespace-missing", "namespace", namespace.group(1));
        }
        return message.startsWith("the server could not find the requested resource")
                ? kindMissing(address)
                : Trouble.of("gone", "detail", message);
    }

    private Trouble conflict() {
        List<Conflict> conflicts = new ArrayList<>();
        for (Node cause : causes) {
            LiveObject each = new LiveObject((Node.Mapping) cause);
            Matcher owner = OWNER.matcher(each.textAt("message"));
            if (each.textAt("reason").equals("FieldManagerConflict")) {
                conflicts.add(new Conflict(owner.find() ? owner.group(1) : "", each.textAt("field")));
            }
        }
        if (!conflicts.isEmpty()) {
            return Trouble.conflict(conflicts);
        }
        return reason.equals("AlreadyExists")
                ? Trouble.of("exists", "detail", message)
                : Trouble.of("changed-meanwhile", "detail", message);
    }

    private Trouble invalid() {
        return causes.stream()
                .findFirst()
                .map(cause -> new LiveObject((Node.Mapping) cause))
                .map(cause -> Trouble.of("invalid", "field", cause.textAt("field"), "detail", cause.textAt("message")))
                .orElseGet(() -> Trouble.of("invalid", "field", address.toString(), "detail", message));
    }
}
