package dev.egresso.files;

import java.util.Optional;

/** How the resources of a route are spread over files. */
public enum Layout {
    /** All of them in one file, one document after the other. */
    FILE("file"),
    /** A folder with one file for each resource. */
    SPLIT("split"),
    /** As split, with a {@code kustomization.yaml} that lists them. */
    KUSTOMIZE("kustomize");

    private final String word;

    Layout(String word) {
        this.word = word;
    }

    /** As {@code --layout} takes it. */
    public String word() {
        return word;
    }

    public static Optional<Layout> of(String word) {
        for (Layout layout : values()) {
            if (layout.word.equals(word)) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }
}
