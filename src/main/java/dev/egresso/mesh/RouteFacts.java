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
    final Fact<Registration> registration;

    /** The port of the ServiceEntry that is there already by which the route goes. */
    final Fact<Port> entryPort;

    /** The ServiceEntry that is there already, if the route goes by it. */
    final Optional<FoundEntry> reused;

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
                ExternalUrl::spelled,
                () -> Fact.missing(FieldId.EXTERNAL_URL));
        protocol = hearing.choice(FieldId.PROTOCOL, Protocol.class, this::usualProtocol);
        port = DialledPort.of(hearing, url, protocol);
        tls = hearing.choice(FieldId.TLS, TlsStart.class, this::usualTls);
        Optional<FoundEntry> found = found(surroundings);
        registration = hearing.choice(FieldId.SERVICE_ENTRY, Registration.class, () -> usualRegistration(found));
        reused = found.filter(entry -> registration.is(Registration.REUSE));
        shape = hearing.choice(FieldId.SHAPE, Shape.class, this::usualShape);
        Fact<Port> ownPort = isIsolated() ? portOfItsOwn() : port;
        entryPort = hearing.heard(FieldId.ENTRY_PORT, Port::read, Port::toString, () -> usualEntryPort(ownPort));
        meshPort = registration.is(Registration.REUSE) && isAliasPossible() ? entryPort : ownPort;
        path = hearing.choice(FieldId.PATH, PathHandling.class, this::usualPath);
        internalService =
                hearing.choice(FieldId.INTERNAL_SERVICE, InternalService.class, () -> usualService(surroundings));
        internalPort =
                hearing.heard(FieldId.INTERNAL_PORT, Port::read, Port::toString, () -> usualInternalPort(surroundings));
    }

    private Optional<FoundEntry> found(Surroundings surroundings) {
        String namespace = hearing.answers()
                .text(FieldId.NAMESPACE)
                .map(String::strip)
                .orElseGet(() -> PlaceFacts.usualNamespace(surroundings).text());
        return url.value()
                .flatMap(known -> FoundEntry.of(
                        surroundings,
                        PlaceFacts.hostOf(known),
                        namespace,
                        hearing.answers()
                                .text(FieldId.NAME)
                                .map(String::strip)
                                .orElseGet(() -> PlaceFacts.nameOf(PlaceFacts.hostOf(known)))));
    }

    private static Fact<Registration> usualRegistration(Optional<FoundEntry> found) {
        return found.map(entry -> Fact.derived(
                        FieldId.SERVICE_ENTRY,
                        Registration.REUSE,
                        Set.<FieldId>of(),
                        Reason.of("service-entry-found", "entry", entry.name(), "ports", entry.ports())))
                .orElseGet(() ->
                        Fact.byDefault(FieldId.SERVICE_ENTRY, Registration.CREATE, Reason.of("service-entry-none")));
    }

    /** As an entry that is there already allows, a port for this route alone if there is one. */
    private Fact<Shape> usualShape() {
        boolean shared = reused.isPresent() && !offers(Shape.ISOLATED) && offers(Shape.CLASSIC);
        return shared
                ? Fact.derived(
                        FieldId.SHAPE,
                        Shape.CLASSIC,
                        Set.of(FieldId.SERVICE_ENTRY),
                        Reason.of("shape-of-entry", "entry", reused.get().name()))
                : Fact.byDefault(FieldId.SHAPE, Shape.ISOLATED, Reason.of("shape-isolated"));
    }

    /** Whether the entry that is there already offers what a shape needs; unknown ports and protocols do not speak against it. */
    boolean offers(Shape wanted) {
        return reused.isEmpty()
                || need(wanted)
                        .map(need -> !reused.get().portsFor(need).isEmpty())
                        .orElse(true);
    }

    /** Whether the port by which the route goes is one that will do; as long as it is not known, it might be. */
    boolean isServedBy(FoundEntry entry) {
        return !entryPort.isKnown()
                || need(shape.value().orElse(Shape.ISOLATED))
                        .map(need ->
                                entry.portsFor(need).contains(entryPort.get().number()))
                        .orElse(true);
    }

    private Optional<FoundEntry.Need> need(Shape wanted) {
        if (!port.isKnown() || !protocol.isKnown() || !tls.isKnown()) {
            return Optional.empty();
        }
        boolean apart = wanted == Shape.ISOLATED && isOriginated() && isHttpFamily();
        int usual = apart ? ownNumber() : port.get().number();
        return Optional.of(new FoundEntry.Need(port.get(), protocol.get(), tls.get(), apart, usual));
    }

    /** As the entry has it, the one that the route would choose itself if it may. */
    private Fact<Port> usualEntryPort(Fact<Port> own) {
        Optional<Integer> served = reused.flatMap(entry -> need(shape.value().orElse(Shape.ISOLATED))
                .flatMap(need -> entry.portsFor(need).stream().findFirst()));
        if (served.isPresent() && !own.is(new Port(served.get()))) {
            String number = served.get().toString();
            return Fact.derived(
                    FieldId.ENTRY_PORT,
                    new Port(served.get()),
                    number,
                    Set.of(FieldId.SERVICE_ENTRY, FieldId.EXTERNAL_URL),
                    Reason.of(
                            "entry-port-found", "entry", reused.get().name(), "port", number, "dialled", port.text()));
        }
        return own.isKnown()
                ? Fact.derived(
                        FieldId.ENTRY_PORT, own.get(), own.text(), own.origin().fields(), own.because())
                : new Fact<>(
                        FieldId.EXTERNAL_URL,
                        Optional.empty(),
                        "",
                        Standing.DERIVED,
                        Set.of(FieldId.ENTRY_PORT),
                        Reason.of("entry-port-usual"));
    }

    /** Whether that is so for the shape that the route has. */
    boolean isOffered() {
        return offers(shape.value().orElse(Shape.ISOLATED));
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
        return url.value()
                .map(known -> known.scheme().speaksTls()
                        || port.is(Port.HTTPS) && !known.scheme().negotiatesTlsInside());
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

    private int ownNumber() {
        return port.is(Port.HTTP) ? 8080 : 80;
    }

    private Fact<Port> portOfItsOwn() {
        int number = ownNumber();
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

    private Fact<Port> usualInternalPort(Surroundings surroundings) {
        Optional<Port> typed = hearing.answers().text(FieldId.INTERNAL_HOST).flatMap(InternalHost::portIn);
        if (typed.isPresent()) {
            return Fact.derived(
                    FieldId.INTERNAL_PORT,
                    typed.get(),
                    typed.get().toString(),
                    Set.of(FieldId.INTERNAL_HOST),
                    Reason.of("internal-port-typed"));
        }
        Optional<KnownService> only = surroundings.services().size() == 1 && internalService.is(InternalService.EXISTS)
                ? surroundings.services().stream().filter(this::isInternal).findFirst()
                : Optional.empty();
        if (only.isPresent()) {
            String number = Integer.toString(only.get().port());
            return Fact.derived(
                    FieldId.INTERNAL_PORT,
                    new Port(only.get().port()),
                    number,
                    Set.<FieldId>of(),
                    Reason.of("internal-port-found", "port", number));
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

    private boolean isInternal(KnownService service) {
        return internalHost
                .value()
                .filter(host -> host.firstLabel().equals(service.name()))
                .isPresent();
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

    /** Below the base of a bare slash a path stays what it is; to replace it by one is a rewrite all the same. */
    boolean rewritesPath() {
        return isHttpFamily()
                && (path.is(PathHandling.REPLACE)
                                && url.value()
                                        .filter(known -> !known.path().isEmpty())
                                        .isPresent()
                        || path.is(PathHandling.BASE) && hasPath());
    }

    boolean hasPath() {
        return url.value().filter(ExternalUrl::hasPath).isPresent();
    }

    /** What the sidecar reads where TLS is off: on the port that it starts TLS from, and on the internal Service. */
    Optional<Protocol> readAs() {
        return protocol.value().map(spoken -> switch (spoken) {
            case HTTPS -> Protocol.HTTP;
            case TLS -> Protocol.TCP;
            default -> spoken;
        });
    }

    String readAsText() {
        return readAs().map(Protocol::word).orElse("");
    }

    /** Where the protocol on a port comes from, and why it is another one than the external service speaks, if it is. */
    Origin readAsOrigin(Fact<?> decidedBy, Reason why) {
        boolean same = !protocol.isKnown() || readAs().equals(protocol.value());
        return same ? protocol.origin() : protocol.originWith(decidedBy, why);
    }
}
