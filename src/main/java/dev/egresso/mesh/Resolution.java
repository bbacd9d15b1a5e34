package dev.egresso.mesh;

/** How the sidecar finds the address of the external host ({@code ServiceEntry.Resolution}). */
public enum Resolution implements Choice {
    DNS("DNS"),
    DNS_ROUND_ROBIN("DNS_ROUND_ROBIN"),
    STATIC("STATIC"),
    NONE("NONE"),
    DYNAMIC_DNS("DYNAMIC_DNS");

    private final String word;

    Resolution(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
