package dev.egresso.mesh;

import java.util.Optional;
import java.util.Set;

/**
 * Who calls what, over which protocol, and what becomes of the path: the answers that decide which resources are needed.
 */
final class RouteFacts {
    final Fact<InternalHost> internalHost;
    final Fact<ExternalUrl> url;
    final Fact<Protocol> protocol;
    final Fact<Port> port;
    final Fact<TlsStart> tls;
    final Fact<Shape> shape;
    final Fact<Port> meshPort;
    final Fact<PathHandling> path;
    final Fact<InternalService> internalService;
    final Fact<Port> internalPort;

    private final Hearing hearing;

    RouteFacts(Hearing hearing, Surroundings surroundings) {
        this.hearing = hearing;
        internalHost = hearing.heard(
                FieldId.INTERNAL_HOST,
                InternalHost::read,
                InternalHost::name,
                () -> Fact.missing(FieldId.INTERNAL_HOST));
        url = hearing.heard(
                FieldId.EXTERNAL_URL,
                ExternalUrl::read,
                read -> hearing.answers()
                        .text(FieldId.EXTERNAL_URL)
                        .orElseThrow()
                        .strip(),
                () -> Fact.missing(FieldId.EXTERNAL_URL));
        protocol = hearing.choice(FieldId.PROTOCOL, Protocol.class, this::usualProtocol);
        port = dialledPort();
        tls = hearing.choice(FieldId.TLS, TlsStart.class, this::usualTls);
        shape = hearing.choice(
                FieldId.SHAPE,
                Shape.class,
                () -> Fact.byDefault(FieldId.SHAPE, Shape.ISOLATED, Reason.of("shape-isolated")));
        meshPort = isIsolated() ? portOfItsOwn() : port;
        path = hearing.choice(FieldId.PATH, PathHandling.class, this::usualPath);
        internalService =
                hearing.choice(FieldId.INTERNAL_SERVICE, InternalService.class, () -> usualService(surroundings));
        internalPort = hearing.heard(FieldId.INTERNAL_PORT, Port::read, Port::toString, this::usualInternalPort);
    }

    private Fact<Protocol> usualProtocol() {
        if (!url.isKnown()) {
            return Fact.missing(FieldId.PROTOCOL);
        }
        ExternalUrl known = url.get();
        boolean plainHttpOn443 = known.scheme() == Scheme.HTTP
                && known.portWritten().map(Port::number).orElse(0) == 443;
        Protocol usual = plainHttpOn443 ? Protocol.HTTPS : known.scheme().protocol();
        Reason because = plainHttpOn443
                ? Reason.of("protocol-of-port", "port", "443", "protocol", usual.word())
                : Reason.of("protocol-of-scheme", "scheme", known.scheme().word(), "protocol", usual.word());
        return Fact.derived(FieldId.PROTOCOL, usual, Set.of(FieldId.EXTERNAL_URL), because);
    }

    /** The port that the external service listens on: written in the URL, or usual for what it speaks. */
    private Fact<Port> dialledPort() {
        if (!url.isKnown()) {
            return Fact.missing(FieldId.EXTERNAL_URL);
        }
        ExternalUrl known = url.get();
        if (known.portWritten().isPresent()) {
            Port written = known.portWritten().get();
            return Fact.derived(
                    FieldId.EXTERNAL_URL,
                    written,
                    written.toString(),
                    Set.of(),
                    Reason.of("port-written", "port", written.toString()));
        }
        Scheme scheme = known.scheme();
        if (protocol.isAnswered() && protocol.get() != scheme.protocol()) {
            Optional<Port> ofProtocol = usualPort(protocol.get());
            if (ofProtocol.isPresent()) {
                String text = ofProtocol.get().toString();
                return Fact.derived(
                        FieldId.EXTERNAL_URL,
                        ofProtocol.get(),
                        text,
                        Set.of(FieldId.PROTOCOL),
                        Reason.of("port-of-protocol", "port", text, "protocol", protocol.text()));
            }
        }
        if (scheme.usualPort().isEmpty()) {
            hearing.error(FieldId.EXTERNAL_URL, "url-port-needed", "scheme", scheme.word(), "host", known.host());
            return Fact.missing(FieldId.EXTERNAL_URL);
        }
        Port usual = new Port(scheme.usualPort().getAsInt());
        return Fact.derived(
                FieldId.EXTERNAL_URL,
                usual,
                usual.toString(),
                Set.of(),
                Reason.of("port-of-scheme", "port", usual.toString(), "scheme", scheme.word()));
    }

    private static Optional<Port> usualPort(Protocol protocol) {
        return switch (protocol) {
            case HTTP -> Optional.of(new Port(80));
            case HTTPS -> Optional.of(new Port(443));
            case MONGO -> Optional.of(new Port(27017));
            default -> Optional.empty();
        };
    }

    /** Whether the far end expects TLS; unknown while neither protocol nor URL tells. */
    Optional<Boolean> externalSpeaksTls() {
        if (!protocol.isKnown()) {
            return Optional.empty();
        }
        Protocol spoken = protocol.get();
        if (spoken == Protocol.HTTP) {
            return Optional.of(false);
        }
        if (spoken == Protocol.HTTPS || spoken == Protocol.TLS) {
            return Optional.of(true);
        }
        return url.value().map(known -> known.scheme().speaksTls() || port.is(new Port(443)));
    }

    private Fact<TlsStart> usualTls() {
        Optional<Boolean> speaksTls = externalSpeaksTls();
        if (speaksTls.isEmpty()) {
            return Fact.missing(FieldId.TLS);
        }
        Set<FieldId> from = Set.of(FieldId.PROTOCOL, FieldId.EXTERNAL_URL, FieldId.INTERNAL_HOST);
        if (!speaksTls.get()) {
            return Fact.derived(
                    FieldId.TLS,
                    TlsStart.NONE,
                    Set.of(FieldId.PROTOCOL, FieldId.EXTERNAL_URL),
                    Reason.of("tls-none", "protocol", protocol.text()));
        }
        if (isWildcard()) {
            return Fact.derived(FieldId.TLS, TlsStart.APP, from, Reason.of("tls-app-wildcard"));
        }
        if (!hearing.isAnswered(FieldId.INTERNAL_HOST)) {
            boolean opaque = !protocol.get().isHttpFamily() && protocol.get() != Protocol.TLS;
            return opaque
                    ? Fact.derived(FieldId.TLS, TlsStart.NONE, from, Reason.of("tls-none-no-alias"))
                    : Fact.derived(FieldId.TLS, TlsStart.APP, from, Reason.of("tls-app-no-alias"));
        }
        if (url.value().filter(known -> known.scheme() == Scheme.MONGODB_SRV).isPresent()) {
            return Fact.derived(FieldId.TLS, TlsStart.APP, from, Reason.of("tls-app-srv"));
        }
        return Fact.derived(FieldId.TLS, TlsStart.MESH, from, Reason.of("tls-mesh", "protocol", protocol.text()));
    }

    private Fact<Port> portOfItsOwn() {
        int number = port.is(new Port(80)) ? 8080 : 80;
        return Fact.derived(
                FieldId.SHAPE,
                new Port(number),
                Integer.toString(number),
                Set.of(FieldId.TLS, FieldId.EXTERNAL_URL),
                Reason.of("mesh-port", "port", Integer.toString(number), "dialled", port.text()));
    }

    private Fact<PathHandling> usualPath() {
        Set<FieldId> from = Set.of(FieldId.EXTERNAL_URL);
        if (protocol.is(Protocol.GRPC)) {
            return Fact.derived(FieldId.PATH, PathHandling.KEEP, Set.of(FieldId.PROTOCOL), Reason.of("path-keep-grpc"));
        }
        if (!url.isKnown() || !url.get().hasPath()) {
            return Fact.derived(FieldId.PATH, PathHandling.KEEP, from, Reason.of("path-keep-empty"));
        }
        return url.get().path().endsWith("/")
                ? Fact.derived(FieldId.PATH, PathHandling.BASE, from, Reason.of("path-base-slash"))
                : Fact.derived(FieldId.PATH, PathHandling.REPLACE, from, Reason.of("path-replace-file"));
    }

    private Fact<InternalService> usualService(Surroundings surroundings) {
        if (surroundings.internalService().filter(found -> !found).isPresent()) {
            return Fact.derived(
                    FieldId.INTERNAL_SERVICE, InternalService.CREATE, Set.of(), Reason.of("service-not-found"));
        }
        boolean found = surroundings.internalService().isPresent();
        return Fact.byDefault(
                FieldId.INTERNAL_SERVICE,
                InternalService.EXISTS,
                Reason.of(found ? "service-found" : "service-assumed"));
    }

    private Fact<Port> usualInternalPort() {
        Optional<Port> typed = hearing.answers().text(FieldId.INTERNAL_HOST).flatMap(InternalHost::portIn);
        if (typed.isPresent()) {
            return Fact.derived(
                    FieldId.INTERNAL_PORT,
                    typed.get(),
                    typed.get().toString(),
                    Set.of(FieldId.INTERNAL_HOST),
                    Reason.of("internal-port-typed"));
        }
        if (!isHttpFamily() && protocol.isKnown() && !isPassthrough()) {
            return port.isKnown()
                    ? Fact.derived(
                            FieldId.INTERNAL_PORT,
                            port.get(),
                            port.text(),
                            Set.of(FieldId.EXTERNAL_URL, FieldId.PROTOCOL),
                            Reason.of("internal-port-tcp"))
                    : new Fact<>(
                            FieldId.INTERNAL_PORT,
                            Optional.empty(),
                            "",
                            Standing.DERIVED,
                            Set.of(FieldId.EXTERNAL_URL),
                            Reason.of("internal-port-tcp"));
        }
        int number = isPassthrough() ? 443 : 80;
        return Fact.byDefault(
                FieldId.INTERNAL_PORT,
                new Port(number),
                Integer.toString(number),
                Reason.of(isPassthrough() ? "internal-port-tls" : "internal-port-http"));
    }

    boolean isWildcard() {
        return url.value().filter(ExternalUrl::isWildcard).isPresent();
    }

    boolean isPassthrough() {
        return tls.is(TlsStart.APP);
    }

    boolean isOriginated() {
        return tls.is(TlsStart.MESH);
    }

    /** HTTP once it has left the application, as far as is known. */
    boolean isHttpFamily() {
        return protocol.value().map(Protocol::isHttpFamily).orElse(true);
    }

    boolean isIsolated() {
        return isOriginated() && isHttpFamily() && shape.is(Shape.ISOLATED);
    }

    /** TLS put around a stream that the sidecar cannot read. */
    boolean isWrapped() {
        return isOriginated() && !isHttpFamily();
    }

    /** Whether requests for the internal host can be led to the external one. */
    boolean isAliasPossible() {
        return !isPassthrough() && !isWildcard();
    }

    boolean rewritesPath() {
        return isHttpFamily()
                && url.value().filter(ExternalUrl::hasPath).isPresent()
                && (path.is(PathHandling.REPLACE) || path.is(PathHandling.BASE));
    }
}
