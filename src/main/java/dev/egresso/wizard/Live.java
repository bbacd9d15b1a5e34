package dev.egresso.wizard;

import java.util.Optional;

/**
 * What a session knows of clusters.
 *
 * @param context that was chosen last
 */
public record Live(Optional<String> context) {
    static final Live NONE = new Live(Optional.empty());

    Live in(String chosen) {
        return new Live(Optional.of(chosen));
    }
}
