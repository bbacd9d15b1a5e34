package dev.egresso.files;

import java.nio.file.Path;

/** A file that a save would leave behind, whether or not it is there already. */
public record PlannedFile(Path path, String text) {}
