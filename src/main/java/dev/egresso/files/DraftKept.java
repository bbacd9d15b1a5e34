package dev.egresso.files;

import java.nio.file.Path;

/** What became of keeping a draft. */
public sealed interface DraftKept permits DraftKept.Kept, Refused {

    /** It lies there. */
    record Kept(Path path) implements DraftKept {}
}
