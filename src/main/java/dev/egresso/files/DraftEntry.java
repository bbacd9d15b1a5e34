package dev.egresso.files;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A draft that can be taken up again.
 *
 * @param time when it was last written
 */
public record DraftEntry(DraftId id, Instant time, Path path) {}
