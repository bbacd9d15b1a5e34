package dev.egresso.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The disk itself. */
record RealDisk() implements Disk {
    /** Begins with a dot and does not end in {@code .yaml}, so that kubectl takes no notice of one that was left. */
    static final String PREFIX = ".egresso-";

    static final String SUFFIX = ".tmp";

    @Override
    public Path createPrivate(Path folder) throws IOException {
        return Files.createTempFile(folder, PREFIX, SUFFIX);
    }

    /** All permissions are asked for, and the system takes away what the umask says; there is no other way to learn it. */
    @Override
    public Path createOrdinary(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return createPrivate(folder);
        }
        return Files.createTempFile(
                folder,
                PREFIX,
                SUFFIX,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-")));
    }

    @Override
    public void fill(Path file, byte[] content) throws IOException {
        Files.write(file, content, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public void give(Path file, Ownership ownership) throws IOException {
        ownership.giveTo(file);
    }

    @Override
    public void settle(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void settleFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void link(Path file, Path name) throws IOException {
        Files.createLink(name, file);
    }

    @Override
    public void copy(Path file, Path name) throws IOException {
        Files.copy(file, name, StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Override
    public void move(Path file, Path name) throws IOException {
        Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }
}
