package dev.egresso.mesh;

/** Whether something already gives the internal host an address and a listener. */
public enum InternalService implements Choice {
    EXISTS("exists"),
    /** A Service without a selector is written too. */
    CREATE("create");

    private final String word;

    InternalService(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
