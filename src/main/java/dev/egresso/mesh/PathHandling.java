package dev.egresso.mesh;

/** What becomes of the path of a request. */
public enum PathHandling implements Choice {
    /** Every request goes to exactly the path of the URL. */
    REPLACE("replace"),
    /** The path of the request goes below the path of the URL. */
    BASE("base"),
    /** The path stays as the application wrote it. */
    KEEP("keep");

    private final String word;

    PathHandling(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
