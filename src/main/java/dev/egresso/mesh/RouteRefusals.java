package dev.egresso.mesh;

import java.util.Optional;
import java.util.Set;

/** What cannot stand beside each other in who calls what, and what can but should not go unsaid. */
final class RouteRefusals {
    private static final Set<Port> STARTTLS_PORTS = Set.of(new Port(5432), new Port(3306));
    /** Ports that many services share, told apart by Host or SNI. */
    private static final Set<Port> SHARED_PORTS = Set.of(Port.HTTP, Port.HTTPS);

    private final Hearing hearing;
    private final RouteFacts route;
    private final PlaceFacts place;
    private final HttpFacts http;

    RouteRefusals(Hearing hearing, Facts facts) {
        this.hearing = hearing;
        this.route = facts.route;
        this.place = facts.place;
        this.http = facts.http;
    }

    void hear() {
        if (route.tls.isKnown() && route.protocol.isKnown()) {
            whoStartsTls(route.protocol.get(), route.tls.get());
            sharedPort(route.protocol.get());
        }
        alias();
        route.url.value().ifPresent(this::externalHost);
        path();
    }

    private void whoStartsTls(Protocol protocol, TlsStart start) {
        boolean opaque = protocol == Protocol.TCP || protocol == Protocol.MONGO;
        if (protocol == Protocol.HTTP && start != TlsStart.NONE) {
            hearing.error(FieldId.TLS, "tls-for-plain-http", "tls", start.word());
        }
        if (opaque && start == TlsStart.APP) {
            hearing.error(FieldId.TLS, "tls-app-for-tcp", "protocol", protocol.word());
        }
        if (start == TlsStart.NONE) {
            inTheClear(protocol);
        }
        if (start == TlsStart.MESH && protocol.isHttpFamily() && protocol != Protocol.HTTP) {
            scheme().ifPresent(this::sealedAllTheSame);
        }
        boolean starttls = scheme().filter(Scheme::negotiatesTlsInside).isPresent()
                || !protocol.isHttpFamily()
                        && route.port.value().filter(STARTTLS_PORTS::contains).isPresent();
        if (starttls && start == TlsStart.MESH) {
            hearing.error(FieldId.TLS, "x-starttls", "port", route.port.text());
        }
    }

    /** Bytes that the sidecar does not read may be sealed by the application itself, if it knows the name to check. */
    private void inTheClear(Protocol protocol) {
        if (protocol == Protocol.HTTPS || protocol == Protocol.TLS) {
            hearing.error(FieldId.TLS, "tls-none-for-tls", "protocol", protocol.word());
            return;
        }
        Optional<Scheme> sealed = scheme().filter(Scheme::speaksTls);
        if (sealed.isPresent() && (protocol.isHttpFamily() || route.internalHost.isKnown())) {
            hearing.warning(
                    whereTlsIsAsked(protocol),
                    "tls-none-for-scheme",
                    "scheme",
                    sealed.get().word(),
                    "protocol",
                    protocol.word());
        }
    }

    /** Port 80 is where servers speak in the clear, and some schemes say that this one does. */
    private void sealedAllTheSame(Scheme scheme) {
        FieldId asked = hearing.answers().text(FieldId.TLS).isPresent() ? FieldId.TLS : FieldId.PROTOCOL;
        boolean plainPort = route.port.is(Port.HTTP);
        if (scheme.sealed().isPresent() && plainPort) {
            hearing.error(
                    asked,
                    "tls-on-plain-port",
                    "scheme",
                    scheme.word(),
                    "sealed",
                    scheme.sealed().get().word());
        } else if (plainPort) {
            hearing.warning(FieldId.EXTERNAL_URL, "tls-on-port-80", "scheme", scheme.word());
        } else if (scheme == Scheme.H2C) {
            hearing.warning(asked, "tls-for-plain-scheme", "scheme", scheme.word());
        }
    }

    /** A port of HTTP makes one listener for every address; one of TCP, without an address of its own, too. */
    private void sharedPort(Protocol protocol) {
        boolean http = protocol.isHttpFamily();
        if (http && route.port.is(Port.HTTPS) && route.tls.is(TlsStart.NONE) && protocol != Protocol.HTTPS) {
            hearing.warning(whereTlsIsAsked(protocol), "http-listener-on-443", "protocol", protocol.word());
        }
        boolean classic = route.isOriginated() && !route.isIsolated() && protocol.isHttp2();
        if (classic && route.port.is(Port.HTTPS)) {
            hearing.warning(FieldId.SHAPE, "http-listener-classic", "protocol", protocol.word());
        }
        boolean unread = !http && !route.isPassthrough() && protocol != Protocol.TLS || route.isWrapped();
        boolean shared = route.port.value().filter(SHARED_PORTS::contains).isPresent();
        if (unread && shared && place.isSeenByAll()) {
            hearing.warning(FieldId.EXTERNAL_URL, "x-tcp-port-clash", "port", route.port.text());
        }
    }

    private FieldId whereTlsIsAsked(Protocol protocol) {
        return protocol == Protocol.HTTP ? FieldId.PROTOCOL : FieldId.TLS;
    }

    private Optional<Scheme> scheme() {
        return route.url.value().map(ExternalUrl::scheme);
    }

    private void alias() {
        Optional<String> host = hearing.answers().text(FieldId.INTERNAL_HOST);
        if (route.isWildcard() && host.isPresent()) {
            hearing.error(
                    FieldId.INTERNAL_HOST,
                    "x-wildcard-dest",
                    "host",
                    route.url.get().host());
        } else if (route.isPassthrough() && route.internalHost.isKnown()) {
            hearing.warning(FieldId.INTERNAL_HOST, "alias-sealed", "internal", route.internalHost.text());
        } else if (route.isAliasPossible()) {
            route.internalHost.value().ifPresent(this::internalHost);
        }
    }

    private void internalHost(InternalHost host) {
        Namespace namespace = place.namespace.value().orElse(Namespace.DEFAULT);
        boolean callsItself = place.externalHost
                .value()
                .filter(external -> external.equals(host.name()) || external.equals(host.fullName(namespace)))
                .isPresent();
        if (callsItself) {
            hearing.error(FieldId.INTERNAL_HOST, "x-vs-int-is-ext", "host", host.name());
        }
        boolean creates = route.internalService.is(InternalService.CREATE);
        if (creates && !host.isServiceName()) {
            hearing.error(FieldId.INTERNAL_SERVICE, "service-not-a-name", "host", host.name());
        } else if (creates && Character.isDigit(host.firstLabel().charAt(0))) {
            hearing.error(FieldId.INTERNAL_SERVICE, "service-name-digit", "label", host.firstLabel());
        }
        host.namespace()
                .filter(named -> host.name().split("\\.").length == 2)
                .ifPresent(named -> hearing.info(
                        FieldId.INTERNAL_HOST,
                        "internal-host-with-namespace",
                        "service",
                        host.firstLabel(),
                        "namespace",
                        named.name()));
    }

    private void externalHost(ExternalUrl url) {
        if (url.host().indexOf('.') < 0 && url.ip().isEmpty()) {
            shortHost(url.host());
        }
        if (url.host().endsWith("." + InternalHost.CLUSTER_DOMAIN)) {
            hearing.warning(FieldId.EXTERNAL_URL, "url-in-cluster", "host", url.host());
        }
        if (url.isWildcard() && !route.isHttpFamily() && !route.isPassthrough()) {
            hearing.error(FieldId.EXTERNAL_URL, "wildcard-tcp", "host", url.host());
        }
        if (url.scheme() == Scheme.MONGODB_SRV) {
            hearing.warning(FieldId.EXTERNAL_URL, "mongodb-srv", "host", url.host());
        }
        if (url.ip().isPresent() && route.isOriginated()) {
            hearing.warning(FieldId.EXTERNAL_URL, "ip-certificate", "ip", url.host());
        }
        boolean untouched = !route.isAliasPossible()
                || !route.isHttpFamily()
                || route.protocol.is(Protocol.GRPC) && !route.path.isAnswered();
        if (url.hasPath() && untouched) {
            hearing.info(FieldId.EXTERNAL_URL, "url-path-unused", "path", url.path());
        }
    }

    /** Istio expands a name without a dot in a VirtualService, and not in a ServiceEntry, so the two never meet. */
    private void shortHost(String host) {
        boolean routed = route.isAliasPossible() || route.isPassthrough() && http.tlsRoute.is(TlsRoute.SNI);
        if (routed && route.tls.isKnown()) {
            hearing.error(FieldId.EXTERNAL_URL, "se-host-short", "host", host);
        } else {
            hearing.warning(FieldId.EXTERNAL_URL, "se-host-short", "host", host);
        }
    }

    private void path() {
        boolean answered = route.path.isAnswered() && route.isAliasPossible() && route.isHttpFamily();
        if (answered && !route.path.is(PathHandling.KEEP) && route.protocol.is(Protocol.GRPC)) {
            hearing.error(FieldId.PATH, "x-grpc-rewrite");
        }
        boolean pathless = route.url.value().filter(url -> url.path().isEmpty()).isPresent();
        if (answered && route.path.is(PathHandling.REPLACE) && pathless) {
            hearing.error(FieldId.PATH, "path-without-path", "path", route.path.text());
        }
    }
}
