package dev.egresso.mesh;

/** What carries the traffic of the applications. */
public enum DataPlane implements Choice {
    SIDECAR("sidecar"),
    AMBIENT("ambient");

    private final String word;

    DataPlane(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
