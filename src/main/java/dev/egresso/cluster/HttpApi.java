package dev.egresso.cluster;

import dev.egresso.mesh.Kind;
import dev.egresso.mesh.Node;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Pod;
import dev.egresso.rollout.Spoken;
import dev.egresso.rollout.Wanted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The requests as they go over the wire. */
final class HttpApi implements Api {
    private static final String JSON = "application/json";

    /** Kubernetes documentation, "Server-Side Apply": the body may be YAML, and is parsed by the server itself. */
    private static final String APPLY = "application/apply-patch+yaml";

    private static final Address NOWHERE = new Address("", Kind.SERVICE, "", "");

    private final Wire wire;
    private final String manager;

    /** @param manager the name under which fields are owned */
    HttpApi(Wire wire, String manager) {
        this.wire = wire;
        this.manager = manager;
    }

    @Override
    public Optional<LiveObject> get(Address address) {
        Reply reply = wire.get(path(address));
        return reply.code() == 404 && isAbsent(address, reply) ? Optional.empty() : Optional.of(object(address, reply));
    }

    /** The kind is served and the namespace may be there, only the object is not. */
    private static boolean isAbsent(Address address, Reply reply) {
        return StatusReader.read(address, reply).id().equals("gone");
    }

    @Override
    public Applied apply(Wanted wanted, boolean force, boolean dryRun) {
        String query = writing(dryRun) + "&force=" + force;
        Reply reply = wire.send("PATCH", path(wanted.address()) + query, APPLY, wanted.text());
        return new Applied(object(wanted.address(), reply), reply.code() == 201);
    }

    @Override
    public LiveObject create(Address address, LiveObject object) {
        return send(address, "POST", collection(address) + writing(false), object.json());
    }

    @Override
    public LiveObject replace(Address address, LiveObject object) {
        return send(address, "PUT", path(address) + writing(false), object.json());
    }

    @Override
    public void delete(Address address, LiveObject current) {
        String options = "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\",\"propagationPolicy\":\"Background\","
                + "\"preconditions\":{\"uid\":" + LiveObject.quoted(current.uid()) + ",\"resourceVersion\":"
                + LiveObject.quoted(current.resourceVersion()) + "}}";
        send(address, "DELETE", path(address), options);
    }

    @Override
    public boolean may(String verb, Address address) {
        return may(address.namespace(), verb, address.group(), address.resource(), "");
    }

    /** Opened as a WebSocket an exec is a GET; newer servers want the right to create one as well. */
    @Override
    public boolean mayExec(String namespace) {
        return may(namespace, "get", "", "pods", "exec") && may(namespace, "create", "", "pods", "exec");
    }

    private boolean may(String namespace, String verb, String group, String resource, String subresource) {
        String question = "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\","
                + "\"spec\":{\"resourceAttributes\":{\"namespace\":" + LiveObject.quoted(namespace) + ",\"verb\":"
                + LiveObject.quoted(verb) + ",\"group\":" + LiveObject.quoted(group) + ",\"resource\":"
                + LiveObject.quoted(resource)
                + (subresource.isEmpty() ? "" : ",\"subresource\":" + LiveObject.quoted(subresource)) + "}}}";
        Reply reply = wire.send("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", JSON, question);
        return !reply.isGood()
                || LiveObject.read(reply.body())
                        .map(review -> review.textAt("status", "allowed").equals("true"))
                        .orElse(true);
    }

    @Override
    public Spoken exec(Pod pod, String container, List<String> command, int most) {
        StringBuilder path = new StringBuilder("/api/v1/namespaces/" + encoded(pod.namespace()) + "/pods/"
                + encoded(pod.name()) + "/exec?stdout=true&stderr=true&container=" + encoded(container));
        command.forEach(word -> path.append("&command=").append(encoded(word)));
        return wire.exec(path.toString(), pod, most);
    }

    @Override
    public Optional<String> whoAmI() {
        String question = "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}";
        Reply reply = wire.send("POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews", JSON, question);
        return LiveObject.read(reply.isGood() ? reply.body() : "")
                .map(review -> review.textAt("status", "userInfo", "username"))
                .filter(name -> !name.isEmpty());
    }

    @Override
    public Optional<LiveObject> read(String path) {
        Reply reply = wire.get(path);
        return reply.code() == 404 ? Optional.empty() : Optional.of(object(NOWHERE, reply));
    }

    @Override
    public List<LiveObject> list(String path) {
        return read(path)
                .map(list -> list.itemsAt("items").stream()
                        .map(item -> new LiveObject((Node.Mapping) item))
                        .toList())
                .orElse(List.of());
    }

    /** Any request with JSON, in the words of a trouble about this object. */
    LiveObject send(Address about, String method, String path, String body) {
        return object(about, wire.send(method, path, JSON, body));
    }

    private static LiveObject object(Address address, Reply reply) {
        if (!reply.isGood()) {
            throw new Troubled(StatusReader.read(address, reply));
        }
        return LiveObject.read(reply.body())
                .orElseThrow(() -> Troubled.of("not-kubernetes", "code", "" + reply.code()));
    }

    private String writing(boolean dryRun) {
        return "?fieldManager=" + encoded(manager) + "&fieldValidation=Strict" + (dryRun ? "&dryRun=All" : "");
    }

    private static String path(Address address) {
        return collection(address) + "/" + encoded(address.name());
    }

    private static String collection(Address address) {
        String root = address.group().isEmpty() ? "/api/" : "/apis/";
        return root + address.apiVersion() + "/namespaces/" + encoded(address.namespace()) + "/" + address.resource();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
