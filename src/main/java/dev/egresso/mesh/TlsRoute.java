package dev.egresso.mesh;

/** Whether a passed-through connection gets a route of its own. */
public enum TlsRoute implements Choice {
    /** Istio makes one from the ServiceEntry. */
    NONE("none"),
    /** A tls route by SNI, to split or redirect later. */
    SNI("sni");

    private final String word;

    TlsRoute(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
