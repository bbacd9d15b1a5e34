package dev.egresso.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The way to a file: which of its folders are there. */
final class Folders {
    private Folders() {}

    /** The outermost first; refuses a way that leads through a file. */
    static List<Path> missingOnTheWayTo(Path file) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        FileSystemException unclear = null;
        for (Path at = file.getParent(); at != null; at = at.getParent()) {
            try {
                if (Files.readAttributes(at, "isDirectory").get("isDirectory").equals(false)) {
                    throw new ObstacleMet(Obstacle.PARENT_IS_FILE, at.toString());
                }
                break;
            } catch (NoSuchFileException none) {
                refuseLinkToNothing(at);
            } catch (AccessDeniedException denied) {
                throw denied;
            } catch (FileSystemException other) {
                unclear = other;
            }
            missing.addFirst(at);
        }
        if (unclear != null) {
            throw unclear;
        }
        return List.copyOf(missing);
    }

    private static void refuseLinkToNothing(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new ObstacleMet(
                    Obstacle.MISSING, Files.readSymbolicLink(folder).toString());
        }
    }
}
