package dev.egresso.mesh;

/** What the external service speaks, in Istio's spelling ({@code pkg/config/protocol/instance.go}). */
public enum Protocol implements Choice {
    HTTP,
    HTTPS,
    HTTP2,
    GRPC,
    TLS,
    TCP,
    MONGO;

    @Override
    public String word() {
        return name();
    }

    /** Spoken as HTTP once TLS is off, so that the sidecar can read host and path. */
    public boolean isHttpFamily() {
        return this == HTTP || this == HTTPS || isHttp2();
    }

    /** Needs HTTP/2 towards the external service, which Istio takes from the ServiceEntry's port protocol. */
    public boolean isHttp2() {
        return this == HTTP2 || this == GRPC;
    }
}
