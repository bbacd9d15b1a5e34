package dev.egresso.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a save would leave behind, whether or not it is there already.
 *
 * @param before what still has to stand there for that; empty if nobody has looked
 */
public record PlannedFile(Path path, String text, Optional<String> before) {
    public PlannedFile(Path path, String text) {
        this(path, text, Optional.empty());
    }

    /** A text made from what stood in the file: it takes the place of that text and of no other. */
    public static PlannedFile changed(Path path, String before, String after) {
        return new PlannedFile(path, after, Optional.of(before));
    }
}
