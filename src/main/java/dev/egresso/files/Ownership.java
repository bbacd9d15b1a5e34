package dev.egresso.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whose a file is and who may use it, so that the file that takes its place is no less and no more open. */
record Ownership(UserPrincipal owner, GroupPrincipal group, Set<PosixFilePermission> permissions) {
    Ownership {
        permissions = Set.copyOf(permissions);
    }

    /** Empty where the system has no such thing. */
    static Optional<Ownership> of(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return Optional.empty();
        }
        PosixFileAttributes attributes = view.readAttributes();
        return Optional.of(new Ownership(attributes.owner(), attributes.group(), attributes.permissions()));
    }

    /**
     * Only root may give a file away, so whoever cannot keeps it; the group of another is then let in no further. What
     * is right already is not asked for, since some file systems know one set of permissions for all and refuse others.
     */
    void giveTo(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(owner)) {
            succeeds(() -> view.setOwner(owner));
        }
        boolean sameGroup = now.group().equals(group) || succeeds(() -> view.setGroup(group));
        Set<PosixFilePermission> wanted = sameGroup ? permissions : forAnotherGroup();
        if (!now.permissions().equals(wanted)) {
            view.setPermissions(wanted);
        }
    }

    /** What everybody may, the other group may too. */
    private Set<PosixFilePermission> forAnotherGroup() {
        Set<PosixFilePermission> fewer = EnumSet.noneOf(PosixFilePermission.class);
        fewer.addAll(permissions);
        if (!fewer.contains(PosixFilePermission.OTHERS_READ)) {
            fewer.remove(PosixFilePermission.GROUP_READ);
        }
        if (!fewer.contains(PosixFilePermission.OTHERS_WRITE)) {
            fewer.remove(PosixFilePermission.GROUP_WRITE);
        }
        if (!fewer.contains(PosixFilePermission.OTHERS_EXECUTE)) {
            fewer.remove(PosixFilePermission.GROUP_EXECUTE);
        }
        return fewer;
    }

    private interface Gift {
        void hand() throws IOException;
    }

    private static boolean succeeds(Gift gift) {
        try {
            gift.hand();
            return true;
        } catch (IOException notAllowed) {
            return false;
        }
    }
}
