package dev.egresso.mesh;

/** Who opens the TLS connection to the external service. */
public enum TlsStart implements Choice {
    /** The sidecar: TLS origination by a DestinationRule. */
    MESH("mesh"),
    /** The application: the sidecar passes sealed bytes on, sorted by SNI. */
    APP("app"),
    /** Nobody: the request leaves the cluster in the clear. */
    NONE("none");

    private final String word;

    TlsStart(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
