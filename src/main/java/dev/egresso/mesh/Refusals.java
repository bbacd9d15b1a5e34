package dev.egresso.mesh;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which answers cannot stand beside each other, and which can but should not go unsaid. */
final class Refusals {
    private static final Set<Integer> STARTTLS_PORTS = Set.of(5432, 3306);
    private static final Set<Protocol> DYNAMIC_DNS_PROTOCOLS =
            Set.of(Protocol.HTTP, Protocol.HTTPS, Protocol.TLS, Protocol.GRPC, Protocol.HTTP2);

    private final Hearing hearing;
    private final RouteFacts route;
    private final PlaceFacts place;
    private final HttpFacts http;
    private final TlsFacts tls;

    Refusals(Hearing hearing, Facts facts) {
        this.hearing = hearing;
        this.route = facts.route;
        this.place = facts.place;
        this.http = facts.http;
        this.tls = facts.tls;
    }

    void hear() {
        whoStartsTls();
        alias();
        externalHost();
        path();
        resolution();
        certificates();
        release();
    }

    private void whoStartsTls() {
        if (!route.tls.isKnown() || !route.protocol.isKnown()) {
            return;
        }
        Protocol protocol = route.protocol.get();
        TlsStart start = route.tls.get();
        boolean opaque = protocol == Protocol.TCP || protocol == Protocol.MONGO;
        if (protocol == Protocol.HTTP && start != TlsStart.NONE) {
            hearing.error(FieldId.TLS, "tls-for-plain-http", "tls", start.word());
        }
        if ((protocol == Protocol.HTTPS || protocol == Protocol.TLS) && start == TlsStart.NONE) {
            hearing.error(FieldId.TLS, "tls-none-for-tls", "protocol", protocol.word());
        }
        if (opaque && start == TlsStart.APP) {
            hearing.error(FieldId.TLS, "tls-app-for-tcp", "protocol", protocol.word());
        }
        boolean starttls =
                route.url.value().map(url -> url.scheme().negotiatesTlsInside()).orElse(false)
                        || !protocol.isHttpFamily()
                                && route.port
                                        .value()
                                        .map(port -> STARTTLS_PORTS.contains(port.number()))
                                        .orElse(false);
        if (starttls && start == TlsStart.MESH) {
            hearing.error(FieldId.TLS, "x-starttls", "port", route.port.text());
        }
        boolean plaintextTo443 = start == TlsStart.NONE && route.port.is(new Port(443)) && protocol != Protocol.HTTPS;
        if (plaintextTo443) {
            hearing.warning(FieldId.TLS, "tls-none-on-443", "protocol", protocol.word());
        }
    }

    private void alias() {
        Optional<String> host = hearing.answers().text(FieldId.INTERNAL_HOST);
        if (route.isWildcard() && host.isPresent()) {
            hearing.error(
                    FieldId.INTERNAL_HOST,
                    "x-wildcard-dest",
                    "host",
                    route.url.get().host());
        } else if (route.isPassthrough() && host.isPresent()) {
            hearing.warning(
                    FieldId.INTERNAL_HOST,
                    "alias-sealed",
                    "internal",
                    host.get().strip(),
                    "host",
                    place.externalHost.text());
        }
        route.internalHost.value().ifPresent(this::internalHost);
    }

    private void internalHost(InternalHost host) {
        boolean callsItself = place.externalHost
                .value()
                .filter(external -> external.equals(host.name()) || external.equals(host.fullName(namespace())))
                .isPresent();
        if (callsItself) {
            hearing.error(FieldId.INTERNAL_HOST, "x-vs-int-is-ext", "host", host.name());
        }
        if (route.internalService.is(InternalService.CREATE) && !host.isServiceName()) {
            hearing.error(FieldId.INTERNAL_SERVICE, "service-not-a-name", "host", host.name());
        }
        if (host.firstLabel().matches("[0-9].*") && route.internalService.is(InternalService.CREATE)) {
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

    private Namespace namespace() {
        return place.namespace.value().orElse(Namespace.DEFAULT);
    }

    private void externalHost() {
        if (!route.url.isKnown()) {
            return;
        }
        ExternalUrl url = route.url.get();
        if (url.host().indexOf('.') < 0 && url.ip().isEmpty()) {
            hearing.warning(FieldId.EXTERNAL_URL, "se-host-short", "host", url.host());
        }
        if (url.host().endsWith("." + InternalHost.CLUSTER_DOMAIN)) {
            hearing.warning(FieldId.EXTERNAL_URL, "url-in-cluster", "host", url.host());
        }
        if (url.isWildcard() && !route.isHttpFamily() && !route.isPassthrough() && route.protocol.isKnown()) {
            hearing.error(FieldId.EXTERNAL_URL, "wildcard-tcp", "host", url.host());
        }
        if (url.scheme() == Scheme.MONGODB_SRV) {
            hearing.warning(FieldId.EXTERNAL_URL, "mongodb-srv", "host", url.host());
        }
        if (url.ip().isPresent() && route.isOriginated()) {
            hearing.warning(FieldId.EXTERNAL_URL, "ip-certificate", "ip", url.host());
        }
        if (url.hasPath() && !route.isAliasPossible() || url.hasPath() && !route.isHttpFamily()) {
            hearing.info(FieldId.EXTERNAL_URL, "url-path-unused", "path", url.path());
        }
    }

    private void path() {
        boolean rewrites = route.path.isAnswered() && !route.path.is(PathHandling.KEEP);
        if (rewrites && route.protocol.is(Protocol.GRPC)) {
            hearing.error(FieldId.PATH, "x-grpc-rewrite");
        }
        if (rewrites && route.url.value().filter(url -> !url.hasPath()).isPresent()) {
            hearing.error(FieldId.PATH, "path-without-path", "path", route.path.text());
        }
    }

    private void resolution() {
        if (!place.resolution.isKnown()) {
            return;
        }
        List<String> endpoints = place.endpoints.value().orElse(List.of());
        Optional<String> named = endpoints.stream()
                .filter(each -> IpAddress.read(each).isEmpty())
                .findFirst();
        boolean none = endpoints.isEmpty();
        switch (place.resolution.get()) {
            case STATIC -> {
                if (none && place.endpoints.standing() != Standing.REFUSED) {
                    hearing.error(FieldId.ENDPOINTS, "se-static-no-endpoints");
                }
                named.ifPresent(name -> hearing.error(FieldId.ENDPOINTS, "se-static-endpoint-not-ip", "text", name));
            }
            case DNS, DNS_ROUND_ROBIN -> {
                if (route.isWildcard() && none) {
                    hearing.error(FieldId.RESOLUTION, "se-dns-wildcard", "resolution", place.resolution.text());
                }
                if (place.resolution.is(Resolution.DNS_ROUND_ROBIN) && endpoints.size() > 1) {
                    hearing.error(
                            FieldId.ENDPOINTS, "se-rr-multi-endpoint", "count", Integer.toString(endpoints.size()));
                }
                if (none && route.url.value().flatMap(ExternalUrl::ip).isPresent()) {
                    hearing.error(FieldId.RESOLUTION, "resolution-dns-invented", "host", place.externalHost.text());
                }
            }
            case NONE -> {
                if (!none) {
                    hearing.error(FieldId.ENDPOINTS, "se-none-with-endpoints");
                }
                if (route.isAliasPossible() && route.internalHost.isKnown()) {
                    hearing.error(
                            FieldId.RESOLUTION, "x-resolution-dns-redirect", "internal", route.internalHost.text());
                }
            }
            case DYNAMIC_DNS -> dynamicDns(none);
        }
    }

    private void dynamicDns(boolean noEndpoints) {
        boolean fits = route.isWildcard()
                && noEndpoints
                && route.protocol.value().map(DYNAMIC_DNS_PROTOCOLS::contains).orElse(true);
        if (!fits) {
            hearing.error(FieldId.RESOLUTION, "se-dynamic-dns-shape");
        }
        if (place.istioVersion
                .value()
                .filter(version -> version.compareTo(IstioVersion.LAST_WITHOUT_DYNAMIC_DNS) <= 0)
                .isPresent()) {
            hearing.warning(FieldId.RESOLUTION, "x-api-version-dynamic-dns", "version", place.istioVersion.text());
        }
    }

    private void certificates() {
        if (!route.isOriginated()) {
            return;
        }
        boolean secret = tls.credentialName.value().flatMap(name -> name).isPresent();
        boolean files = hearing.isAnswered(FieldId.CLIENT_CERTIFICATE)
                || hearing.isAnswered(FieldId.PRIVATE_KEY)
                || hearing.isAnswered(FieldId.CA_CERTIFICATES);
        if (secret && files) {
            hearing.error(FieldId.CREDENTIAL_NAME, "dr-cred-and-files");
        }
        if (!tls.mode.is(TlsMode.MUTUAL)
                && (hearing.isAnswered(FieldId.CLIENT_CERTIFICATE) || hearing.isAnswered(FieldId.PRIVATE_KEY))) {
            hearing.error(FieldId.TLS_MODE, "client-certificate-in-simple");
        }
        if (place.exportTo
                        .value()
                        .filter(list -> !list.isEmpty() && !list.equals(List.of(".")))
                        .isPresent()
                && hearing.isAnswered(FieldId.WORKLOAD_SELECTOR)) {
            hearing.info(FieldId.EXPORT_TO, "dr-selector-export");
        }
        boolean sniWritten = tls.sni.value().flatMap(name -> name).isPresent();
        boolean namesWritten =
                tls.subjectAltNames.value().filter(list -> !list.isEmpty()).isPresent();
        if (sniWritten && !namesWritten && tls.subjectAltNames.isKnown()) {
            hearing.warning(FieldId.SUBJECT_ALT_NAMES, "dr-sni-no-san", "sni", tls.sni.text());
        } else if (route.isWrapped() && !namesWritten && tls.subjectAltNames.isKnown()) {
            hearing.warning(FieldId.SUBJECT_ALT_NAMES, "x-tcp-tls-no-sni-san", "host", place.externalHost.text());
        }
    }

    private void release() {
        String version = place.istioVersion.text();
        if (place.apiVersion.is(ApiVersion.V1) && place.olderThan(IstioVersion.NETWORKING_V1)) {
            hearing.warning(FieldId.API_VERSION, "x-api-version", "version", version);
        }
        if (place.resolution.is(Resolution.DNS_ROUND_ROBIN) && place.olderThan(IstioVersion.DNS_ROUND_ROBIN)) {
            hearing.error(FieldId.RESOLUTION, "x-api-version-round-robin", "version", version);
        }
        if (tls.needsSelector() && place.olderThan(IstioVersion.WORKLOAD_SELECTOR)) {
            hearing.error(FieldId.CREDENTIAL_NAME, "x-api-version-selector", "version", version);
        }
        if (place.dataPlane.is(DataPlane.AMBIENT)) {
            ambient();
        }
    }

    private void ambient() {
        boolean labelled = route.isAliasPossible() && route.internalService.is(InternalService.CREATE);
        if (!labelled) {
            hearing.warning(FieldId.DATA_PLANE, "x-ambient-no-waypoint", "internal", route.internalHost.text());
        }
        if (route.isWildcard() && !place.resolution.is(Resolution.DYNAMIC_DNS)) {
            hearing.error(FieldId.RESOLUTION, "ambient-wildcard", "resolution", place.resolution.text());
        }
        if (http.tlsRoute.is(TlsRoute.SNI) && route.isPassthrough()) {
            hearing.info(FieldId.TLS_ROUTE, "ambient-tls-route");
        }
    }
}
