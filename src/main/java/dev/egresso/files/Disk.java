package dev.egresso.files;

import java.io.IOException;
import java.nio.file.Path;

/** The steps that change a disk, one by one, so that a test can let the world end between any two of them. */
interface Disk {

    /** A new empty file under a name that nothing else has, which only its owner may read. */
    Path createPrivate(Path folder) throws IOException;

    /** The same, with the permissions that a new file of this user has. */
    Path createOrdinary(Path folder) throws IOException;

    void fill(Path file, byte[] content) throws IOException;

    void give(Path file, Ownership ownership) throws IOException;

    /** What the file holds outlives a power cut. */
    void settle(Path file) throws IOException;

    /** The names in the folder outlive a power cut. */
    void settleFolder(Path folder) throws IOException;

    /** A second name for a file; refused if there is something of that name. */
    void link(Path file, Path name) throws IOException;

    void copy(Path file, Path name) throws IOException;

    /** At one stroke, in place of what has that name. */
    void move(Path file, Path name) throws IOException;

    void makeFolder(Path folder) throws IOException;

    /** A file, or a folder that is empty. */
    void delete(Path path) throws IOException;
}
