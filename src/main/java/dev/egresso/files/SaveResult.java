package dev.egresso.files;

import java.nio.file.Path;
import java.util.List;

/** What became of a save. Unless it is {@link Saved}, every file is as it was. */
public sealed interface SaveResult permits SaveResult.Saved, SaveResult.Differs, SaveResult.FolderMissing, Refused {

    /**
     * All files stand as planned.
     *
     * @param unchanged had this text already and were not touched
     */
    record Saved(List<Path> written, List<Path> unchanged) implements SaveResult {
        public Saved {
            written = List.copyOf(written);
            unchanged = List.copyOf(unchanged);
        }
    }

    /** Files are in the way that hold something else, and nobody said to overwrite them. */
    record Differs(List<FileDifference> files) implements SaveResult {
        public Differs {
            files = List.copyOf(files);
        }
    }

    /** The folder has to be made first, and nobody said to make it. */
    record FolderMissing(Path folder) implements SaveResult {}
}
