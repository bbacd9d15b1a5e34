package dev.egresso.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a save would leave behind, whether or not it is there already.
 *
 * @param asRead what the file held when it was read, if the text was made from that; a file that holds something else by
 *     now is left alone
 */
public record PlannedFile(Path path, String text, Optional<String> asRead) {
    public PlannedFile(Path path, String text) {
        this(path, text, Optional.empty());
    }
}
