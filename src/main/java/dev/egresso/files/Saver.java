package dev.egresso.files;

import dev.egresso.files.SaveResult.Differs;
import dev.egresso.files.SaveResult.FolderMissing;
import dev.egresso.files.SaveResult.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the files of a plan on the disk: all or none, each whole, and in place of something else only when told so.
 *
 * <p>A file with the same text is left alone, its time too. A replaced file keeps its permissions, and its owner and
 * group as far as the system lets us; its other names (hard links) keep the old text. A link stays a link.
 */
public final class Saver {
    private static final int MOST_ATTEMPTS = 3;

    private final Disk disk;

    public Saver() {
        this(new RealDisk());
    }

    Saver(Disk disk) {
        this.disk = disk;
    }

    public SaveResult save(SavePlan plan, boolean overwrite, boolean makeFolders) {
        SaveResult result = attempt(plan, overwrite, makeFolders);
        for (int attempt = 1; attempt < MOST_ATTEMPTS && isUnsettled(result); attempt++) {
            result = attempt(plan, overwrite, makeFolders);
        }
        return result;
    }

    /** What {@link #save} would answer now, as far as can be told without writing. */
    public SaveResult rehearse(SavePlan plan, boolean overwrite, boolean makeFolders) {
        List<Target> targets = new ArrayList<>();
        return look(plan, targets)
                .or(() -> objection(targets, overwrite, makeFolders))
                .orElseGet(() -> saved(targets));
    }

    private SaveResult attempt(SavePlan plan, boolean overwrite, boolean makeFolders) {
        List<Target> targets = new ArrayList<>();
        return look(plan, targets)
                .or(() -> objection(targets, overwrite, makeFolders))
                .or(() -> new AllOrNone(disk).write(needingIt(targets)).map(SaveResult.class::cast))
                .orElseGet(() -> saved(targets));
    }

    private static boolean isUnsettled(SaveResult result) {
        return result instanceof Refused refused && refused.obstacle() == Obstacle.UNSETTLED;
    }

    private static Optional<SaveResult> look(SavePlan plan, List<Target> targets) {
        for (PlannedFile file : plan.files()) {
            try {
                targets.add(Target.of(file));
            } catch (IOException trouble) {
                return Optional.of(Refused.writing(file.path(), trouble));
            }
        }
        return twins(targets);
    }

    private static Optional<SaveResult> twins(List<Target> targets) {
        Set<Path> seen = new HashSet<>();
        for (Target target : targets) {
            if (!seen.add(identity(target.real()))) {
                return Optional.of(new Refused(target.asked(), Obstacle.SAME_FILE, ""));
            }
        }
        return Optional.empty();
    }

    /** One path for each file, although links among its folders give it several. */
    private static Path identity(Path real) {
        Path folder = real.getParent();
        try {
            return Files.isDirectory(folder) ? folder.toRealPath().resolve(real.getFileName()) : real.normalize();
        } catch (IOException unknown) {
            return real.normalize();
        }
    }

    private static Optional<SaveResult> objection(List<Target> targets, boolean overwrite, boolean makeFolders) {
        Optional<SaveResult> missing = targets.stream()
                .filter(target -> !makeFolders && !target.missingFolders().isEmpty())
                .findFirst()
                .map(target -> new FolderMissing(target.real().getParent()));
        return missing.or(() -> overwrite ? Optional.empty() : differing(targets));
    }

    private static Optional<SaveResult> differing(List<Target> targets) {
        List<FileDifference> differences =
                targets.stream().flatMap(target -> target.difference().stream()).toList();
        return differences.isEmpty() ? Optional.empty() : Optional.of(new Differs(differences));
    }

    private static List<Target> needingIt(List<Target> targets) {
        return targets.stream().filter(Target::needsWriting).toList();
    }

    private static Saved saved(List<Target> targets) {
        return new Saved(
                needingIt(targets).stream().map(Target::asked).toList(),
                targets.stream()
                        .filter(target -> !target.needsWriting())
                        .map(Target::asked)
                        .toList());
    }
}
