package dev.egresso.mesh;

/** Where the sidecar starts TLS: on a port made for this route, or on the one port that every caller shares. */
public enum Shape implements Choice {
    /** A port of its own carries the alias, so that applications which call the host by https themselves keep working. */
    ISOLATED("isolated"),
    /** One port, as older articles show it. */
    CLASSIC("classic");

    private final String word;

    Shape(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
