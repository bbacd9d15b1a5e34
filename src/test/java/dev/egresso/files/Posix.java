package dev.egresso.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions as {@code ls -l} writes them. */
final class Posix {
    private Posix() {}

    static boolean isHere(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
