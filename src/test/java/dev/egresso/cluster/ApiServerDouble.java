package dev.egresso.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Stands in for a Kubernetes API server with Istio's kinds, as honestly as it can: it stores, merges, owns and refuses as
 * the documentation of server-side apply says. It is right only where the contract suite says the same of a real server;
 * what was never compared is listed in CONTRIBUTING.md. Its schema is the names of the first level below {@code spec}.
 */
public final class ApiServerDouble implements AutoCloseable {
    public static final String TOKEN = "a-token-that-nobody-may-see";
    private static final Map<String, Set<String>> SPEC = Map.of(
            "ServiceEntry",
            Set.of(
                    "hosts",
                    "addresses",
                    "ports",
                    "location",
                    "resolution",
                    "endpoints",
                    "exportTo",
                    "workloadSelector",
                    "subjectAltNames"),
            "VirtualService",
            Set.of("hosts", "gateways", "http", "tls", "tcp", "exportTo"),
            "DestinationRule",
            Set.of("host", "trafficPolicy", "subsets", "exportTo", "workloadSelector"),
            "Service",
            Set.of(
                    "ports",
                    "selector",
                    "clusterIP",
                    "clusterIPs",
                    "type",
                    "sessionAffinity",
                    "internalTrafficPolicy",
                    "ipFamilies",
                    "ipFamilyPolicy",
                    "externalName"));

    /** A request as it came over the wire. */
    public record Seen(String method, String path, Map<String, String> query, String contentType, String body) {
        public boolean dryRun() {
            return "All".equals(query.get("dryRun"));
        }

        public String resource() {
            String[] parts = path.split("/");
            int at = path.startsWith("/api/") ? 5 : 6;
            return parts.length > at ? parts[at] : "";
        }

        public boolean writes(String resource) {
            return !method.equals("GET") && !dryRun() && resource().equals(resource);
        }
    }

    private record Rule(Predicate<Seen> when, Consumer<Seen> then) {}

    /** The connection ends without an answer. */
    private static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final HttpServer server;
    private final ExecFront front;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final StoredObjects objects = new StoredObjects();
    private final Set<String> namespaces = new LinkedHashSet<>(Set.of("default", "shop"));
    private final Set<String> versions = new LinkedHashSet<>(Set.of("v1", "v1beta1", "v1alpha3"));
    private final Set<String> forbidden = new LinkedHashSet<>();
    private final Map<String, String> canned = new ConcurrentHashMap<>();
    private final List<Rule> before = new CopyOnWriteArrayList<>();
    private final List<Rule> after = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile int repeating;

    ApiServerDouble() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        front = new ExecFront(
                server.getAddress().getPort(),
                pod -> canned.containsKey("/api/v1/namespaces/" + pod.replace("/", "/pods/")));
    }

    public String url() {
        return "http://127.0.0.1:" + front.port();
    }

    public String kubeconfig(String context) {
        return "apiVersion: v1\nkind: Config\ncurrent-context: " + context + "\ncontexts:\n- name: " + context
                + "\n  context: {cluster: double, user: jane}\nclusters:\n- name: double\n  cluster: {server: \""
                + url()
                + "\"}\nusers:\n- name: jane\n  user: {token: " + TOKEN + "}\n";
    }

    public List<Seen> requests() {
        return new ArrayList<>(seen);
    }

    /** Takes a verb of a resource away from the user. */
    public void forbid(String verb, String resource) {
        forbidden.add(verb + " " + resource);
    }

    /** No CRDs, or not of these versions. */
    public void serveOnly(String... served) {
        versions.clear();
        versions.addAll(List.of(served));
    }

    void refuse(Predicate<Seen> when, ApiError error) {
        before.add(new Rule(when, request -> {
            throw error;
        }));
    }

    /** Refuses everything, and repeats who asked. @param code of HTTP; 0 for no more of it */
    public void refuseRepeating(int code) {
        repeating = code;
    }

    /** An admission webhook that agrees to rehearsals and refuses what is meant. */
    public void refuseByAdmission(String resource) {
        refuse(
                request -> request.method().equals("PATCH") && request.writes(resource),
                ApiError.admission("validation.istio.io", "configuration is invalid: not today"));
    }

    /** Whatever is asked, the server does not know who asks any more. */
    public void expireToken() {
        refuse(request -> true, new ApiError(401, "Unauthorized", "Unauthorized"));
    }

    /** The next such request only. */
    void refuseOnce(Predicate<Seen> when, ApiError error) {
        boolean[] met = {false};
        refuse(request -> !met[0] && when.test(request) && (met[0] = true), error);
    }

    public void cut(Predicate<Seen> when) {
        before.add(new Rule(when, request -> {
            throw new Cut();
        }));
    }

    /** It does what it was asked, and the answer is lost. */
    public void cutAfterwards(Predicate<Seen> when) {
        after.add(new Rule(when, request -> {
            throw new Cut();
        }));
    }

    public void slow(Predicate<Seen> when, Duration delay) {
        before.add(new Rule(when, request -> sleep(delay)));
    }

    /** Something happens elsewhere, just before such a request is carried out. */
    public void meanwhile(Predicate<Seen> when, Runnable what) {
        boolean[] met = {false};
        before.add(new Rule(request -> !met[0] && when.test(request) && (met[0] = true), request -> what.run()));
    }

    public void heal() {
        before.clear();
        after.clear();
        forbidden.clear();
    }

    /** Objects that the double only shows. */
    public void show(String path, String json) {
        canned.put(path, json);
    }

    /** What commands in containers do; without it no container has any program. */
    public void running(Function<ExecFront.Exec, ExecFront.Answer> commands) {
        front.answering(commands);
    }

    /** All commands that ran. */
    public List<ExecFront.Exec> commands() {
        return front.seen();
    }

    /** The server does not change protocols for an exec. */
    void refuseExec(int code) {
        front.refusing(code);
    }

    /** How many of a resource are stored. */
    public int count(String resource) {
        return objects.list(resource + "/").size();
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Seen request = read(exchange);
            seen.add(request);
            int code = 200;
            String body;
            try {
                authenticate(exchange);
                before.stream().filter(rule -> rule.when().test(request)).forEach(rule -> rule.then()
                        .accept(request));
                ApiAnswer answer = canned.containsKey(request.path())
                        ? new ApiAnswer(200, canned.get(request.path()))
                        : new ApiRequests(objects, namespaces, versions, forbidden, SPEC).answer(request);
                after.stream().filter(rule -> rule.when().test(request)).forEach(rule -> rule.then()
                        .accept(request));
                code = answer.code();
                body = answer.body();
            } catch (ApiError error) {
                code = error.code;
                body = FieldPaths.json(error.status());
            } catch (Cut cut) {
                return;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** What was asked for, and its code. */
    record ApiAnswer(int code, String body) {
        static ApiAnswer of(int code, Map<String, Object> body) {
            return new ApiAnswer(code, FieldPaths.json(body));
        }
    }

    private void authenticate(HttpExchange exchange) {
        if (repeating > 0) {
            String told = exchange.getRequestHeaders().getFirst("Authorization");
            throw new ApiError(repeating, "Forbidden", "not with \"Authorization: " + told + "\"");
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            throw new ApiError(401, "Unauthorized", "Unauthorized");
        }
    }

    private static Seen read(HttpExchange exchange) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query,
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    static Map<String, Object> yaml(String text) {
        return FieldPaths.map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    }

    @Override
    public void close() {
        front.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
