package dev.egresso.mesh;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a URL's scheme says of the service behind it: its usual port, what it speaks, and whether inside TLS. */
public enum Scheme {
    HTTP("http", 80, Protocol.HTTP, false),
    HTTPS("https", 443, Protocol.HTTPS, true),
    H2("h2", 443, Protocol.HTTP2, true),
    H2C("h2c", 80, Protocol.HTTP2, false),
    GRPC("grpc", 80, Protocol.GRPC, false),
    GRPCS("grpcs", 443, Protocol.GRPC, true),
    TLS("tls", 443, Protocol.TLS, true),
    TCP("tcp", 0, Protocol.TCP, false),
    REDIS("redis", 6379, Protocol.TCP, false),
    REDISS("rediss", 6379, Protocol.TLS, true),
    MONGODB("mongodb", 27017, Protocol.MONGO, false),
    MONGODB_SRV("mongodb+srv", 27017, Protocol.TLS, true),
    POSTGRES("postgres", 5432, Protocol.TCP, false),
    MYSQL("mysql", 3306, Protocol.TCP, false);

    private final String word;
    private final int usualPort;
    private final Protocol protocol;
    private final boolean tls;

    Scheme(String word, int usualPort, Protocol protocol, boolean tls) {
        this.word = word;
        this.usualPort = usualPort;
        this.protocol = protocol;
        this.tls = tls;
    }

    public String word() {
        return word;
    }

    /** The port when the URL names none; {@code tcp} has none. */
    public Optional<Port> usualPort() {
        return usualPort == 0 ? Optional.empty() : Optional.of(new Port(usualPort));
    }

    public Protocol protocol() {
        return protocol;
    }

    boolean speaksTls() {
        return tls;
    }

    /** Whether TLS is agreed on inside the protocol, so that nobody can put it around the connection from outside. */
    boolean negotiatesTlsInside() {
        return this == POSTGRES || this == MYSQL;
    }

    static Optional<Scheme> named(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String usual = lower.equals("postgresql") ? POSTGRES.word : lower;
        return Stream.of(values()).filter(scheme -> scheme.word.equals(usual)).findFirst();
    }

    static String words() {
        return Stream.of(values()).map(Scheme::word).collect(Collectors.joining(", "));
    }

    /** What a bare {@code host:port} most likely speaks; the path tells HTTP from the rest. */
    static Scheme likelyAt(int port, boolean hasPath) {
        return switch (port) {
            case 443, 8443 -> HTTPS;
            case 80, 8080 -> HTTP;
            case 50051 -> GRPC;
            case 6379 -> REDIS;
            case 6380 -> REDISS;
            case 5432 -> POSTGRES;
            case 3306 -> MYSQL;
            case 27017 -> MONGODB;
            case 465, 636, 853, 993, 995, 5671, 8883, 9093, 9094 -> TLS;
            default -> hasPath ? HTTPS : TCP;
        };
    }
}
