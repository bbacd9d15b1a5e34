package dev.egresso.mesh;

/** How the mesh comes to know the external host. */
public enum Registration implements Choice {
    /** A ServiceEntry is written. */
    CREATE("create"),
    /** One that stands there already is used, and none is written. */
    REUSE("reuse");

    private final String word;

    Registration(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
