package dev.egresso.yaml;

import java.util.Optional;

/** How the resources of a route are laid out in files. */
public enum Layout {
    /** All in one file. */
    FILE("file"),
    /** A folder with a file for each. */
    SPLIT("split"),
    /** The same, with a kustomization. */
    KUSTOMIZE("kustomize");

    private final String word;

    Layout(String word) {
        this.word = word;
    }

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
