package dev.egresso.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Nothing was done, and this is why.
 *
 * @param path as text, since what was typed may be no path at all
 * @param detail what a sentence for the obstacle may add, such as what the system says; may be empty
 */
public record Refused(String path, Obstacle obstacle, String detail)
        implements SaveResult, DraftKept, DraftFound, TextRead, TypedPath {

    private static final int LONGEST_NAME = 255;
    private static final long LITTLE_SPACE = 64 * 1024;

    Refused(Path path, Obstacle obstacle, String detail) {
        this(path.toString(), obstacle, detail);
    }

    /** The id of the sentence for it. */
    public String reasonId() {
        return obstacle.id();
    }

    static Refused reading(Path path, IOException trouble) {
        Obstacle obstacle = obstacle(path, trouble, Obstacle.DENIED);
        return new Refused(path, obstacle, detail(trouble));
    }

    static Refused writing(Path path, IOException trouble) {
        Obstacle obstacle = obstacle(path, trouble, Obstacle.NOT_WRITABLE);
        if (obstacle == Obstacle.SYSTEM) {
            obstacle = obstacleOfStore(path, trouble);
        }
        return new Refused(path, obstacle, detail(trouble));
    }

    private static Obstacle obstacle(Path path, IOException trouble, Obstacle denied) {
        if (trouble instanceof ObstacleMet met) {
            return met.obstacle();
        }
        if (trouble instanceof AccessDeniedException) {
            return denied;
        }
        if (trouble instanceof NoSuchFileException) {
            return Obstacle.MISSING;
        }
        if (says(trouble, "File name too long") || hasTooLongName(path)) {
            return Obstacle.NAME_TOO_LONG;
        }
        if (says(trouble, "Not a directory")) {
            return Obstacle.PARENT_IS_FILE;
        }
        return says(trouble, "Too many levels of symbolic links") ? Obstacle.LINK_LOOP : Obstacle.SYSTEM;
    }

    /** What the system says is in the language of the user, so the disk itself is asked as well. */
    private static Obstacle obstacleOfStore(Path path, IOException trouble) {
        if (says(trouble, "No space left") || says(trouble, "quota exceeded")) {
            return Obstacle.NO_SPACE;
        }
        if (says(trouble, "Read-only file system")) {
            return Obstacle.READ_ONLY;
        }
        if (says(trouble, "Operation not permitted")) {
            return Obstacle.NOT_WRITABLE;
        }
        try {
            FileStore store = Files.getFileStore(nearestThatIs(path));
            if (store.isReadOnly()) {
                return Obstacle.READ_ONLY;
            }
            return store.getUsableSpace() < LITTLE_SPACE ? Obstacle.NO_SPACE : Obstacle.SYSTEM;
        } catch (IOException unknown) {
            return Obstacle.SYSTEM;
        }
    }

    private static Path nearestThatIs(Path path) throws IOException {
        for (Path at = path; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return at;
            }
        }
        throw new NoSuchFileException(path.toString());
    }

    private static boolean hasTooLongName(Path path) {
        for (Path name : path) {
            if (name.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(IOException trouble, String words) {
        return trouble.getMessage() != null && trouble.getMessage().contains(words);
    }

    private static String detail(IOException trouble) {
        if (trouble instanceof FileSystemException system) {
            return system.getReason() == null ? "" : system.getReason();
        }
        return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
    }
}
