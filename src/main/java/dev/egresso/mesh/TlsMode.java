package dev.egresso.mesh;

/** How the sidecar shows itself to the external service ({@code ClientTLSSettings.TLSmode}). */
public enum TlsMode implements Choice {
    /** It checks the server and shows no certificate. */
    SIMPLE("SIMPLE"),
    /** It shows a client certificate too. */
    MUTUAL("MUTUAL");

    private final String word;

    TlsMode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
