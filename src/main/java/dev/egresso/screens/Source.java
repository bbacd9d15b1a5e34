package dev.egresso.screens;

import java.util.Optional;

/** Where the texts of the screens come from: the jar, or a folder that goes before it. Names are relative paths. */
public interface Source {
    /** The text of a file such as {@code questions.yaml}, if there is one. */
    Optional<String> text(String name);
}
