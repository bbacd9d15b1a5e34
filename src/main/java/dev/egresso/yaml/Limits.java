package dev.egresso.yaml;

/** How much of a text is read; beyond it is more likely an attack or a mistake than a set of resources. */
public final class Limits {
    public static final int FILE_BYTES = 64 * 1024 * 1024;
    static final int DOCUMENT_CHARACTERS = 32 * 1024 * 1024;
    static final int DEPTH = 100;
    static final int ALIASES = 50;
    static final int DOCUMENTS = 100_000;
    /** What aliases may come to when each is replaced by what it stands for. */
    static final int NODES_BY_ALIASES = 100_000;

    private Limits() {}
}
