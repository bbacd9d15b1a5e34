package dev.egresso.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The right to change one cluster, which one process of this user has at a time: of two at once the one would take the
 * other's objects for its own. The system gives it back when a process ends, however it ends.
 */
public final class Turn {
    private static final Turn UNGUARDED = new Turn(Optional.empty());

    private static final Set<StandardOpenOption> FOR_LOCKING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private final Optional<FileChannel> channel;

    private Turn(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    static Turn unguarded() {
        return UNGUARDED;
    }

    /** Empty if another process has it. Where no file can be locked, as on some shares, nothing is guarded. */
    static Optional<Turn> at(Path file) {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, FOR_LOCKING, forTheOwner(file));
        } catch (IOException unwritable) {
            return Optional.of(UNGUARDED);
        }
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new Turn(Optional.of(channel)));
            }
        } catch (OverlappingFileLockException ours) {
            close(channel);
            return Optional.empty();
        } catch (IOException unlockable) {
            close(channel);
            return Optional.of(UNGUARDED);
        }
        close(channel);
        return Optional.empty();
    }

    private static FileAttribute<?>[] forTheOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException lost) {
            return;
        }
    }

    /** Does the work, and gives the right back. Once for each instance. */
    public <T> T during(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            channel.ifPresent(Turn::close);
        }
    }
}
