package dev.egresso.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What stands where a file is to go, found out without touching it.
 *
 * @param asked the path of the plan
 * @param real where the text goes, if the path is a link
 * @param bytes to be written
 * @param difference from the file that is there; empty if there is none or an equal one
 * @param missingFolders that have to be made first, the outermost first
 */
record Target(
        Path asked,
        Path real,
        byte[] bytes,
        Standing standing,
        Optional<FileDifference> difference,
        List<Path> missingFolders) {

    /** More than this is not shown as a difference. */
    private static final int LARGEST_SHOWN = 1 << 20;

    private static final int MOST_LINKS = 40;

    enum Standing {
        NEW,
        EQUAL,
        DIFFERENT
    }

    boolean isNew() {
        return standing == Standing.NEW;
    }

    boolean needsWriting() {
        return standing != Standing.EQUAL;
    }

    /** @throws IOException also for what no text may replace, as {@link ObstacleMet} */
    static Target of(PlannedFile file) throws IOException {
        Path asked = file.path();
        Path real = followed(asked);
        byte[] bytes = encoded(file.text());
        if (real.getParent() == null) {
            throw new ObstacleMet(Obstacle.IS_FOLDER, "");
        }
        List<Path> missing = Folders.missingOnTheWayTo(real);
        Path folder = missing.isEmpty() ? real.getParent() : missing.get(0).getParent();
        refuseWhereTheSystemShowsItself(folder);
        if (missing.isEmpty() && exists(real)) {
            refuseIfChanged(file, real);
            return standing(file, real, bytes);
        }
        if (file.before().isPresent()) {
            throw new ObstacleMet(Obstacle.MISSING, "");
        }
        checkWritable(folder);
        return new Target(asked, real, bytes, Standing.NEW, Optional.empty(), missing);
    }

    private static void refuseIfChanged(PlannedFile file, Path real) throws IOException {
        if (file.before().isPresent()) {
            byte[] read = encoded(file.before().get());
            if (!Arrays.equals(read, TextFiles.bytes(real, read.length))) {
                throw new ObstacleMet(Obstacle.CHANGED_MEANWHILE, "");
            }
        }
    }

    private static Target standing(PlannedFile file, Path real, byte[] bytes) throws IOException {
        Optional<FileDifference> difference = difference(file, real, bytes);
        if (difference.isPresent()) {
            checkWritable(real);
            checkWritable(real.getParent());
        }
        Standing standing = difference.isPresent() ? Standing.DIFFERENT : Standing.EQUAL;
        return new Target(file.path(), real, bytes, standing, difference, List.of());
    }

    private static Optional<FileDifference> difference(PlannedFile file, Path real, byte[] bytes) throws IOException {
        byte[] old;
        try {
            old = TextFiles.bytes(real, Math.max(LARGEST_SHOWN, bytes.length));
        } catch (AccessDeniedException denied) {
            return Optional.of(FileDifference.unshown(file.path(), FileDifference.Old.UNREADABLE));
        }
        if (Arrays.equals(old, bytes)) {
            return Optional.empty();
        }
        return Optional.of(
                old.length > LARGEST_SHOWN
                        ? FileDifference.unshown(file.path(), FileDifference.Old.TOO_LARGE)
                        : FileDifference.between(file.path(), old, file.text()));
    }

    /** Where the links lead, also when nothing is there yet: a link is written through, and stays. */
    private static Path followed(Path asked) throws IOException {
        Path at = asked;
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new ObstacleMet(Obstacle.LINK_LOOP, "");
            }
            refuseWhereTheSystemShowsItself(at.getParent());
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    /**
     * {@code /dev/stdout} is a link to whatever stdout is, and that may be a regular file: replacing it would take it
     * away from under the shell that opened it.
     */
    private static void refuseWhereTheSystemShowsItself(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Path real = folder.toRealPath();
        if (real.startsWith("/proc") || real.startsWith("/dev") && !real.startsWith("/dev/shm")) {
            throw new ObstacleMet(Obstacle.NOT_A_REGULAR_FILE, "");
        }
    }

    /** Something of that name that a text may replace. */
    private static boolean exists(Path real) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                throw new ObstacleMet(Obstacle.IS_FOLDER, "");
            }
            if (!attributes.isRegularFile()) {
                throw new ObstacleMet(Obstacle.NOT_A_REGULAR_FILE, "");
            }
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** The file that is there counts too: whoever made it read-only meant it, although a rename would get past that. */
    private static void checkWritable(Path path) throws IOException {
        path.getFileSystem().provider().checkAccess(path, AccessMode.WRITE);
    }

    private static byte[] encoded(String text) throws ObstacleMet {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException half) {
            throw new ObstacleMet(Obstacle.NOT_UNICODE, "");
        }
    }
}
