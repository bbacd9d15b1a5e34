package dev.egresso.wizard;

import dev.egresso.mesh.Surroundings;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.screens.Screens;
import java.util.Optional;

/**
 * What stays the same while answers change: the words, the measure of text, what is known of the mesh, and the files that
 * were opened, if the answers come from some.
 */
public record Setup(Screens screens, Measure measure, Surroundings surroundings, Optional<OpenedSet> opened) {
    public Setup(Screens screens, Measure measure, Surroundings surroundings) {
        this(screens, measure, surroundings, Optional.empty());
    }

    Setup knowing(Surroundings seen) {
        return new Setup(screens, measure, seen, opened);
    }

    public Setup opening(OpenedSet set) {
        return new Setup(screens, measure, surroundings, Optional.of(set));
    }
}
