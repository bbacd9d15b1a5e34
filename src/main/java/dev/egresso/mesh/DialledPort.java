package dev.egresso.mesh;

import java.util.Optional;
import java.util.Set;

/** Finds the port that the external service listens on: written in the URL, or usual for what it speaks. */
final class DialledPort {
    private final Hearing hearing;
    private final ExternalUrl url;
    private final Fact<Protocol> protocol;

    private DialledPort(Hearing hearing, ExternalUrl url, Fact<Protocol> protocol) {
        this.hearing = hearing;
        this.url = url;
        this.protocol = protocol;
    }

    static Fact<Port> of(Hearing hearing, Fact<ExternalUrl> url, Fact<Protocol> protocol) {
        return url.value()
                .map(known -> new DialledPort(hearing, known, protocol).find())
                .orElseGet(() -> Fact.missing(FieldId.EXTERNAL_URL));
    }

    private Fact<Port> find() {
        if (url.portWritten().isPresent()) {
            Port written = url.portWritten().get();
            return found(written, Set.of(), Reason.of("port-written", "port", written.toString()));
        }
        return ofProtocol().or(this::ofScheme).orElseGet(() -> {
            hearing.error(
                    FieldId.EXTERNAL_URL,
                    "url-port-needed",
                    "scheme",
                    url.scheme().word(),
                    "host",
                    url.authority());
            return Fact.missing(FieldId.EXTERNAL_URL);
        });
    }

    /** An answer that goes against the scheme brings its own usual port. */
    private Optional<Fact<Port>> ofProtocol() {
        boolean differs =
                protocol.isAnswered() && protocol.get() != url.scheme().protocol();
        return (differs ? usual(protocol.get()) : Optional.<Port>empty())
                .map(port -> found(
                        port,
                        Set.of(FieldId.PROTOCOL),
                        Reason.of("port-of-protocol", "port", port.toString(), "protocol", protocol.text())));
    }

    private Optional<Fact<Port>> ofScheme() {
        Scheme scheme = url.scheme();
        return scheme.usualPort()
                .map(port -> found(
                        port, Set.of(), Reason.of("port-of-scheme", "port", port.toString(), "scheme", scheme.word())));
    }

    private static Optional<Port> usual(Protocol protocol) {
        return switch (protocol) {
            case HTTP -> Optional.of(new Port(80));
            case HTTPS -> Optional.of(new Port(443));
            case MONGO -> Optional.of(new Port(27017));
            default -> Optional.empty();
        };
    }

    private static Fact<Port> found(Port port, Set<FieldId> from, Reason because) {
        return Fact.derived(FieldId.EXTERNAL_URL, port, port.toString(), from, because);
    }
}
