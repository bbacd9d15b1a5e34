package dev.egresso.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder whose files only their owner may read, each written whole or not at all. */
record PrivateFolder(Path path, Disk disk) {
    private static final Set<PosixFilePermission> FOR_THE_OWNER = PosixFilePermissions.fromString("rwx------");

    void make() throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(path);
            return;
        }
        if (!Files.isDirectory(path)) {
            Folders.missingOnTheWayTo(path.resolve("x"));
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOR_THE_OWNER));
        }
        closeToOthers();
    }

    /** Where the file system cannot, the files themselves are still private as far as it can. */
    private void closeToOthers() {
        try {
            if (!Files.getPosixFilePermissions(path).equals(FOR_THE_OWNER)) {
                Files.setPosixFilePermissions(path, FOR_THE_OWNER);
            }
        } catch (IOException cannot) {
            return;
        }
    }

    /** @param settled whether it outlives a power cut */
    void replace(Path file, byte[] content, boolean settled) throws IOException {
        Path temporary = disk.createPrivate(path);
        try {
            disk.fill(temporary, content);
            if (settled) {
                disk.settle(temporary);
            }
            disk.move(temporary, file);
        } finally {
            disk.delete(temporary);
        }
    }
}
