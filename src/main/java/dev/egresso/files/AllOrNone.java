package dev.egresso.files;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts several texts in place, or leaves everything as it was. All of them are written to temporary files first, since
 * that is where a disk runs full; only then does one after the other take its place by a rename, which happens wholly or
 * not at all. A process that is killed in between leaves each file whole, old or new, and at worst a hidden scrap.
 */
final class AllOrNone {
    private final Disk disk;
    private final Deque<Undo> undos = new ArrayDeque<>();
    private final Set<Path> scraps = new LinkedHashSet<>();
    private final List<Path> keptAside = new ArrayList<>();
    private Path at;

    AllOrNone(Disk disk) {
        this.disk = disk;
    }

    private interface Undo {
        void run() throws IOException;
    }

    private record Ready(Target target, Path temporary) {}

    /** Once for each instance. */
    Optional<Refused> write(List<Target> targets) {
        try {
            makeFolders(targets);
            placeAll(prepareAll(targets));
            settleFolders(targets);
            scraps.addAll(keptAside);
            return Optional.empty();
        } catch (IOException trouble) {
            Refused refused = Refused.writing(at, trouble);
            return Optional.of(putBack().orElse(refused));
        } catch (RuntimeException | Error bug) {
            putBack();
            throw bug;
        } finally {
            sweep();
        }
    }

    private void makeFolders(List<Target> targets) throws IOException {
        for (Target target : targets) {
            at = target.asked();
            for (Path folder : target.missingFolders()) {
                makeFolder(folder);
            }
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            disk.makeFolder(folder);
        } catch (FileAlreadyExistsException overtaken) {
            throw new ObstacleMet(Obstacle.UNSETTLED, "");
        }
        undos.push(() -> deleteIfEmpty(folder));
    }

    private void deleteIfEmpty(Path folder) throws IOException {
        try {
            disk.delete(folder);
        } catch (DirectoryNotEmptyException usedByOthers) {
            return;
        }
    }

    private List<Ready> prepareAll(List<Target> targets) throws IOException {
        List<Ready> ready = new ArrayList<>();
        for (Target target : targets) {
            at = target.asked();
            ready.add(new Ready(target, prepare(target)));
        }
        return ready;
    }

    private Path prepare(Target target) throws IOException {
        Path folder = target.real().getParent();
        Path temporary = target.isNew() ? disk.createOrdinary(folder) : disk.createPrivate(folder);
        scraps.add(temporary);
        disk.fill(temporary, target.bytes());
        Optional<Ownership> ownership = target.isNew() ? Optional.empty() : Ownership.of(target.real());
        if (ownership.isPresent()) {
            disk.give(temporary, ownership.get());
        }
        disk.settle(temporary);
        return temporary;
    }

    private void placeAll(List<Ready> ready) throws IOException {
        int left = ready.size();
        for (Ready one : ready) {
            at = one.target().asked();
            left--;
            if (one.target().isNew()) {
                create(one.temporary(), one.target().real());
            } else {
                replace(one.temporary(), one.target().real(), left > 0);
            }
        }
    }

    /** By a second name, which unlike a rename refuses to take the place of a file that somebody else made meanwhile. */
    private void create(Path temporary, Path real) throws IOException {
        try {
            disk.link(temporary, real);
        } catch (FileAlreadyExistsException overtaken) {
            throw new ObstacleMet(Obstacle.UNSETTLED, "");
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            createByRename(temporary, real);
        }
        undos.push(() -> disk.delete(real));
    }

    private void createByRename(Path temporary, Path real) throws IOException {
        if (Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new ObstacleMet(Obstacle.UNSETTLED, "");
        }
        disk.move(temporary, real);
    }

    /** The last of all files needs no way back: once it is in place, nothing can fail any more. */
    private void replace(Path temporary, Path real, boolean othersFollow) throws IOException {
        if (othersFollow) {
            Path aside = temporary.resolveSibling(temporary.getFileName() + ".old");
            scraps.add(aside);
            keepAside(real, aside);
            disk.move(temporary, real);
            scraps.remove(aside);
            keptAside.add(aside);
            undos.push(() -> restore(aside, real));
            return;
        }
        disk.move(temporary, real);
    }

    /** A link keeps the very same file, with its times and all; where there are none, a copy has to do. */
    private void keepAside(Path real, Path aside) throws IOException {
        try {
            disk.link(real, aside);
        } catch (NoSuchFileException goneMeanwhile) {
            throw new ObstacleMet(Obstacle.UNSETTLED, "");
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            disk.copy(real, aside);
        }
    }

    private void restore(Path aside, Path real) throws IOException {
        try {
            disk.move(aside, real);
        } catch (IOException trouble) {
            throw new ObstacleMet(Obstacle.NOT_PUT_BACK, real + " <- " + aside);
        }
    }

    /** Some file systems cannot do it, and none of the files is less whole for it. */
    private void settleFolders(List<Target> targets) {
        Set<Path> folders = new LinkedHashSet<>();
        for (Target target : targets) {
            target.missingFolders().forEach(folder -> folders.add(folder.getParent()));
            folders.add(target.real().getParent());
        }
        for (Path folder : folders) {
            try {
                disk.settleFolder(folder);
            } catch (IOException notHere) {
                continue;
            }
        }
    }

    /** The scraps go first, since a folder that was made for them must be empty to go. */
    private Optional<Refused> putBack() {
        sweep();
        Optional<Refused> failed = Optional.empty();
        while (!undos.isEmpty()) {
            try {
                undos.pop().run();
            } catch (IOException trouble) {
                failed = Optional.of(new Refused(at, Obstacle.NOT_PUT_BACK, trouble.getMessage()));
            }
        }
        return failed;
    }

    private void sweep() {
        for (Path scrap : scraps) {
            try {
                disk.delete(scrap);
            } catch (IOException stays) {
                continue;
            }
        }
    }
}
