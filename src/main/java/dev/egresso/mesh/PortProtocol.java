package dev.egresso.mesh;

import java.util.Locale;

/**
 * What istiod takes a port to speak: the field {@code protocol} of a ServiceEntry ({@code pkg/config/protocol}), the field
 * {@code appProtocol} or the name of the port of a Service ({@code ConvertProtocol} in {@code pkg/config/kube}).
 */
public enum PortProtocol {
    HTTP(Family.HTTP),
    HTTP2(Family.HTTP),
    GRPC(Family.HTTP),
    GRPC_WEB(Family.HTTP),
    HTTP_PROXY(Family.HTTP),
    HTTPS(Family.TCP),
    TLS(Family.TCP),
    TCP(Family.TCP),
    MONGO(Family.TCP),
    REDIS(Family.TCP),
    MYSQL(Family.TCP),
    UDP(Family.NONE),
    /** Not named, or by a word that is not known: the sidecar looks at the first bytes. */
    SNIFFED(Family.SNIFFED);

    /** How the sidecar listens. */
    private enum Family {
        HTTP,
        TCP,
        SNIFFED,
        NONE
    }

    private final Family family;

    PortProtocol(Family family) {
        this.family = family;
    }

    /** The protocol that a word of a ServiceEntry names, in any case. */
    public static PortProtocol named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "http" -> HTTP;
            case "http2" -> HTTP2;
            case "grpc" -> GRPC;
            case "grpc-web" -> GRPC_WEB;
            case "http_proxy" -> HTTP_PROXY;
            case "https" -> HTTPS;
            case "tls" -> TLS;
            case "tcp" -> TCP;
            case "mongo" -> MONGO;
            case "redis" -> REDIS;
            case "mysql" -> MYSQL;
            case "udp" -> UDP;
            default -> SNIFFED;
        };
    }

    /** The protocol of a port of a Kubernetes Service. @param appProtocol empty if there is none */
    public static PortProtocol ofServicePort(String appProtocol, String name, String transport, int number) {
        if (transport.equalsIgnoreCase("UDP")) {
            return UDP;
        }
        switch (appProtocol) {
            case "kubernetes.io/h2c":
                return HTTP2;
            case "kubernetes.io/ws":
                return HTTP;
            case "kubernetes.io/wss":
                return HTTPS;
            default:
                break;
        }
        String word = appProtocol.isEmpty() ? name : appProtocol;
        if (word.toLowerCase(Locale.ROOT).startsWith("grpc-web")) {
            return GRPC_WEB;
        }
        int hyphen = word.indexOf('-');
        PortProtocol named = named(hyphen < 0 ? word : word.substring(0, hyphen));
        return named == SNIFFED && speaksFirst(number) ? TCP : named;
    }

    /** Ports whose servers speak before the client does, so that waiting for the first bytes would hang. */
    private static boolean speaksFirst(int number) {
        return number == 25 || number == 53 || number == 3306 || number == 27_017;
    }

    /** Read by the sidecar and routed by host and path. */
    public boolean isHttp() {
        return family == Family.HTTP;
    }

    public boolean isHttpOrSniffed() {
        return isHttp() || isSniffed();
    }

    public boolean isSniffed() {
        return family == Family.SNIFFED;
    }

    /** Passed on by address, or by the name in the TLS greeting. */
    public boolean isTcp() {
        return family == Family.TCP;
    }

    /** Sorted by the name in the TLS greeting; both words mean the same to a sidecar. */
    public boolean isTls() {
        return this == HTTPS || this == TLS;
    }

    /** Spoken as HTTP/2 towards the service. */
    public boolean isHttp2() {
        return this == HTTP2 || this == GRPC || this == GRPC_WEB;
    }

    /** Will not share an address and port with another protocol. */
    public boolean standsAlone() {
        return this == MONGO || this == MYSQL;
    }
}
