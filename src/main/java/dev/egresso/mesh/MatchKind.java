package dev.egresso.mesh;

/** Which requests the VirtualService takes. */
public enum MatchKind implements Choice {
    ANY("any"),
    PREFIX("prefix"),
    EXACT("exact"),
    /** RE2, and it has to match the whole path. */
    REGEX("regex");

    private final String word;

    MatchKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
