package dev.egresso.doctor;

import dev.egresso.mesh.HostName;
import dev.egresso.mesh.MeshService;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Registry;
import dev.egresso.mesh.ServicePort;
import dev.egresso.mesh.VirtualService;
import dev.egresso.trace.Request;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The requests that a symptom may be about: the one that the text shows, else those that the resources are made for. */
final class Requests {
    private static final int MOST = 60;
    private static final int MOST_RULES = 8;
    private static final String EXAMPLE = "/hello";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Symptom symptom;
    private final Registry registry;
    private final Set<String> urls = new LinkedHashSet<>();

    private Requests(Symptom symptom, Registry registry) {
        this.symptom = symptom;
        this.registry = registry;
    }

    static List<Request> of(Symptom symptom, Registry registry) {
        Requests requests = new Requests(symptom, registry);
        requests.shown();
        requests.ofVirtualServices();
        if (requests.urls.isEmpty() || symptom.host().isEmpty()) {
            requests.ofServices();
        }
        String method =
                symptom.method().filter(word -> word.matches("[A-Z]{3,10}")).orElse("GET");
        return requests.urls.stream()
                .limit(MOST)
                .flatMap(url -> Request.read(method + " " + url).stream())
                .map(request -> symptom.namespace().map(request::from).orElse(request))
                .toList();
    }

    private void shown() {
        symptom.host().filter(this::isKnown).ifPresent(host -> {
            if (symptom.scheme().isPresent()) {
                add(scheme(), host, portOr(usualPort(scheme())), path());
            } else {
                int port = symptom.port().orElse(0);
                if (port != HTTPS) {
                    add("http", host, portOr(HTTP), path());
                }
                if (port != HTTP) {
                    add("https", host, portOr(HTTPS), path());
                }
            }
        });
    }

    private String scheme() {
        String word = symptom.scheme().orElse("http");
        return word.matches("https?|h2c?|grpcs?|tcp|tls|rediss?|mongodb|postgres(?:ql)?|mysql") ? word : "tcp";
    }

    private boolean isKnown(String host) {
        return !registry.servicesCovering(HostName.asWritten(host)).isEmpty()
                || rulesFor(host).findFirst().isPresent();
    }

    private java.util.stream.Stream<VirtualService> rulesFor(String host) {
        return registry.virtualServices().stream().filter(rule -> rule.hosts().stream()
                .anyMatch(known -> known.name()
                                .covers(HostName.expanded(host, rule.namespace())
                                        .lower())
                        || known.place().textOrEmpty().equalsIgnoreCase(host)
                        || known.name().name().startsWith(host + ".")));
    }

    /** The names that lead to where the entry says it went, or all of them where nothing says which. */
    private void ofVirtualServices() {
        Optional<String> target = symptom.clusterName().map(ClusterName::host).filter(host -> !host.isEmpty());
        boolean byHost = symptom.host().filter(this::isKnown).isPresent();
        for (VirtualService rule : registry.virtualServices()) {
            boolean leads = target.filter(host -> leadsTo(rule, host)).isPresent();
            boolean open = target.isEmpty() && !byHost;
            if (rule.inMesh() && (leads || open)) {
                rule.hosts().stream()
                        .limit(MOST_RULES)
                        .forEach(host -> ofRule(rule, host.place().textOrEmpty()));
            }
        }
    }

    private static boolean leadsTo(VirtualService rule, String host) {
        return java.util.stream.Stream.of(rule.http(), rule.tls(), rule.tcp())
                .flatMap(List::stream)
                .flatMap(each -> each.at("route").items().stream())
                .anyMatch(route ->
                        rule.destination(route.at("destination")).name().equalsIgnoreCase(host));
    }

    private void ofRule(VirtualService rule, String host) {
        if (host.isEmpty() || host.startsWith("*")) {
            return;
        }
        if (!rule.http().isEmpty()) {
            int port = symptom.scheme().filter("http"::equals).isPresent() ? portOr(HTTP) : httpPort(rule, host);
            if (symptom.path().isPresent()) {
                add("http", host, port, path());
            } else {
                rule.http().stream().limit(MOST_RULES).forEach(http -> add("http", host, port, sample(http)));
                add("http", host, port, EXAMPLE);
            }
        }
        if (!rule.tls().isEmpty()) {
            add("https", host, portOr(HTTPS), path());
        }
        if (!rule.tcp().isEmpty()) {
            rule.tcp().stream().limit(MOST_RULES).forEach(tcp -> {
                int port = tcp.at("match").items().stream()
                        .flatMap(match -> match.at("port").number().stream().boxed())
                        .findFirst()
                        .orElse(0);
                if (port > 0) {
                    add("tcp", host, port, "");
                }
            });
        }
    }

    private int httpPort(VirtualService rule, String host) {
        return registry.service(HostName.expanded(host, rule.namespace()), rule.namespace()).stream()
                .flatMap(service -> service.ports().stream())
                .filter(port -> port.protocol().isHttpOrSniffed())
                .map(ServicePort::number)
                .findFirst()
                .orElse(HTTP);
    }

    /** A path that a rule takes, and that shows what becomes of it. */
    private static String sample(Place http) {
        for (Place match : http.at("match").items()) {
            Place uri = match.at("uri");
            if (uri.at("exact").exists()) {
                return uri.at("exact").textOrEmpty();
            }
            if (uri.at("prefix").exists()) {
                String prefix = uri.at("prefix").textOrEmpty();
                return prefix.endsWith("/") ? prefix + "hello" : prefix + EXAMPLE;
            }
        }
        return EXAMPLE;
    }

    private void ofServices() {
        for (MeshService service : registry.services()) {
            String host = service.host().isWildcard()
                    ? "www" + service.host().suffix()
                    : service.host().name();
            for (ServicePort port : service.ports()) {
                if (port.protocol().isHttpOrSniffed()) {
                    add("http", host, port.number(), path());
                }
                if (port.protocol().isTls() || port.number() == HTTPS) {
                    add("https", host, port.number(), path());
                } else if (!port.protocol().isHttpOrSniffed()) {
                    add("tcp", host, port.number(), "");
                }
            }
        }
    }

    private String path() {
        return symptom.path().filter(path -> path.startsWith("/")).orElse(EXAMPLE);
    }

    private int portOr(int usual) {
        return symptom.port().orElse(usual);
    }

    private static int usualPort(String scheme) {
        return scheme.matches("http|h2c|grpc") ? HTTP : HTTPS;
    }

    private void add(String scheme, String host, int port, String path) {
        boolean usual = port == HTTP && scheme.equals("http") || port == HTTPS && scheme.equals("https");
        urls.add(scheme + "://" + host + (usual ? "" : ":" + port) + path);
    }
}
