package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the VirtualService: requests for the internal host are matched, rewritten and led to the external one. */
final class VirtualServices {
    private final Facts facts;
    private final RouteFacts route;
    private final HttpFacts http;

    private VirtualServices(Facts facts) {
        this.facts = facts;
        this.route = facts.route;
        this.http = facts.http;
    }

    static Manifest of(Facts facts) {
        VirtualServices writer = new VirtualServices(facts);
        return facts.route.isPassthrough() ? writer.passthrough() : writer.aliased();
    }

    private Manifest aliased() {
        Fact<InternalHost> host = route.internalHost;
        Node written = host.scalar(Node.Type.STRING, "internal-host", InternalHost::written);
        Tree spec = new Tree().put("hosts", Tree.list(host.origin(), written)).put("exportTo", Heading.exportTo(facts));
        if (route.isHttpFamily()) {
            spec.put("http", new Node.Sequence(httpRules(), route.protocol.origin()));
        } else {
            spec.put("tcp", Tree.list(route.protocol.origin(), tcpRule()));
        }
        Node name = host.scalar(Node.Type.STRING, "internal-host", InternalHost::firstLabel);
        return Heading.of(Kind.VIRTUAL_SERVICE, facts, name, Heading.namespace(facts), spec.as(Tree.fixed("spec")));
    }

    /** Sealed bytes are sorted by the name in the TLS greeting; nothing in them can be changed. */
    private Manifest passthrough() {
        Fact<String> host = facts.place.externalHost;
        Origin asked = http.tlsRoute.originWith(host);
        Node.Mapping match = new Tree()
                .put("port", route.port.scalar(Node.Type.INTEGER, "port", Port::toString))
                .put("sniHosts", Tree.list(asked, host.string("external-host")))
                .as(asked);
        Node.Mapping rule = new Tree()
                .put("match", Tree.list(asked, match))
                .put("route", route())
                .as(asked);
        Node spec = new Tree()
                .put("hosts", Tree.list(host.origin(), host.string("external-host")))
                .put("exportTo", Heading.exportTo(facts))
                .put("tls", Tree.list(asked, rule))
                .as(Tree.fixed("spec"));
        return Heading.of(
                Kind.VIRTUAL_SERVICE, facts, facts.place.name.string("external-host"), Heading.namespace(facts), spec);
    }

    private List<Node> httpRules() {
        List<Node> rules = new ArrayList<>();
        boolean below = route.rewritesPath() && route.path.is(PathHandling.BASE);
        String prefix = http.matchPath.value().orElse("");
        if (below && http.matchKind.is(MatchKind.PREFIX) && !prefix.isEmpty() && !prefix.endsWith("/")) {
            rules.add(httpRule(match("prefix", prefix + "/"), rewrite(uri(withSlash(path())))));
            rules.add(httpRule(match("exact", prefix), rewrite(uri(path()))));
        } else {
            rules.add(httpRule(match(), rewrite(pathRewrite())));
        }
        return rules;
    }

    private Node httpRule(Optional<Node> match, Node rewrite) {
        Tree rule = new Tree().put("match", match).put("rewrite", rewrite).put("route", route());
        rule.put(
                "timeout",
                http.timeout.value().flatMap(limit -> limit).map(limit -> Tree.string(limit, http.timeout.origin())));
        rule.put("retries", http.retries.value().flatMap(known -> known).map(this::retries));
        return rule.as(route.protocol.origin());
    }

    private Node retries(HttpFacts.Retries retries) {
        Origin origin = http.retries.origin();
        return new Tree()
                .put("attempts", Tree.number(retries.attempts(), origin))
                .put("perTryTimeout", retries.perTry().map(limit -> Tree.string(limit, origin)))
                .put("retryOn", retries.on().map(conditions -> Tree.string(conditions, origin)))
                .as(origin);
    }

    /** The whole path has to be matched where the whole path is replaced, since only what matched is replaced. */
    private Optional<Node> match() {
        boolean replaces = route.rewritesPath() && route.path.is(PathHandling.REPLACE);
        if (!http.matchKind.isKnown()) {
            return Optional.empty();
        }
        return switch (http.matchKind.get()) {
            case ANY -> replaces ? match("regex", ".*") : Optional.empty();
            case PREFIX -> match("prefix");
            case EXACT -> match("exact");
            case REGEX -> match("regex");
        };
    }

    private Optional<Node> match(String kind) {
        Origin origin = http.matchPath.originWith(http.matchKind);
        Node path = http.matchPath
                .value()
                .<Node>map(text -> Tree.string(text, origin))
                .orElseGet(() -> new Node.Hole(FieldId.MATCH_PATH, "path", origin));
        return Optional.of(match(kind, path, origin));
    }

    private Optional<Node> match(String kind, String path) {
        Origin origin = http.matchKind.originWith(route.path);
        return Optional.of(match(kind, Tree.string(path, origin), origin));
    }

    private static Node match(String kind, Node path, Origin origin) {
        Node uri = new Tree().put(kind, path).as(origin);
        return Tree.list(origin, new Tree().put("uri", uri).as(origin));
    }

    private Node rewrite(Optional<Node.Field> path) {
        Tree rewrite = new Tree();
        path.ifPresent(field -> rewrite.put(field.key(), field.value()));
        rewrite.put("authority", authority());
        return rewrite.as(facts.place.externalHost.originWith(route.path));
    }

    private Optional<Node.Field> pathRewrite() {
        if (!route.rewritesPath()) {
            return Optional.empty();
        }
        boolean prefix = http.matchKind.is(MatchKind.PREFIX);
        if (route.path.is(PathHandling.REPLACE)) {
            return prefix ? byRegex("^.*$", path().replace("\\", "\\\\")) : uri(path());
        }
        return switch (http.matchKind.value().orElse(MatchKind.ANY)) {
            case REGEX -> byRegex("^/", withSlash(path()));
            case EXACT -> uri(path());
            default -> uri(withSlash(path()));
        };
    }

    private Optional<Node.Field> uri(String path) {
        Node value = Tree.string(path, route.url.originWith(route.path));
        return Optional.of(new Node.Field("uri", false, value.origin(), value));
    }

    /** {@code rewrite.uri} stands in for what was matched only; where that is another part, a regex names it. */
    private Optional<Node.Field> byRegex(String match, String substitute) {
        Origin origin = route.path.originWith(http.matchKind);
        Node value = new Tree()
                .put("match", Tree.string(match, origin))
                .put("rewrite", Tree.string(substitute, route.url.originWith(route.path)))
                .as(origin);
        return Optional.of(new Node.Field("uriRegexRewrite", false, origin, value));
    }

    private String path() {
        return route.url.value().map(ExternalUrl::path).orElse("");
    }

    private static String withSlash(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    /** The Host that the external service is asked for; with the port where a client would write it. */
    private Node authority() {
        return route.url.scalar(Node.Type.STRING, "external-host", url -> {
            String host = url.authority();
            int usual = route.isOriginated() ? 443 : 80;
            boolean plain = !route.port.isKnown() || route.port.get().number() == usual;
            return plain ? host : host + ":" + route.port.get();
        });
    }

    private Node tcpRule() {
        Fact<Port> internal = route.internalPort;
        Node port = internal.scalar(Node.Type.INTEGER, "port", Port::toString);
        Node match = new Tree().put("port", port).as(internal.origin());
        return new Tree()
                .put("match", Tree.list(internal.origin(), match))
                .put("route", route())
                .as(route.protocol.origin());
    }

    private Node route() {
        Node port = new Tree()
                .put("number", route.meshPort.scalar(Node.Type.INTEGER, "port", Port::toString))
                .as(route.meshPort.origin());
        Node destination = new Tree()
                .put("host", facts.place.externalHost.string("external-host"))
                .put("port", port)
                .as(facts.place.externalHost.origin());
        Node way = new Tree().put("destination", destination).as(facts.place.externalHost.origin());
        return Tree.list(facts.place.externalHost.origin(), way);
    }
}
