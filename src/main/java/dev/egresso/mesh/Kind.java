package dev.egresso.mesh;

import java.util.Optional;

/** The kinds of resource that a route is made of, in the order in which they are read and written. */
public enum Kind {
    SERVICE_ENTRY("ServiceEntry"),
    VIRTUAL_SERVICE("VirtualService"),
    DESTINATION_RULE("DestinationRule"),
    SERVICE("Service");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As the field {@code kind} has it. */
    public String word() {
        return word;
    }

    public static Optional<Kind> of(String word) {
        for (Kind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word;
    }
}
