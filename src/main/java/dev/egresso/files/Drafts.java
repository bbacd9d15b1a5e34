package dev.egresso.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Keeps the unfinished answers of each session, for whoever leaves the wizard or is thrown out of it. Only their owner
 * may read them. They are written often, and so not forced to the disk: a power cut may cost a draft, a crash may not.
 */
public final class Drafts {
    private static final String SUFFIX = ".yaml";
    private static final int MOST_KEPT = 20;
    private static final long LARGEST = 16 << 20;
    private static final Duration AGE_OF_A_SCRAP = Duration.ofHours(1);

    private final Path folder;
    private final Clock clock;
    private final RandomGenerator random;
    private final Disk disk;

    Drafts(Path folder, Clock clock, RandomGenerator random, Disk disk) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
        this.disk = disk;
    }

    public static Drafts in(Path folder, Clock clock, RandomGenerator random) {
        return new Drafts(folder, clock, random, new RealDisk());
    }

    /** Where this user's drafts belong. */
    public static Path usualFolder(Map<String, String> environment, Path home, String osName) {
        return StateFolder.of(environment, home, osName).resolve("drafts");
    }

    public Path folder() {
        return folder;
    }

    /** For a session that begins now. */
    public DraftId newId() {
        DraftId id = DraftId.fresh(clock, random);
        return Files.exists(file(id)) ? DraftId.fresh(clock, random) : id;
    }

    /** In place of what the session kept before. Half a character, which no file can hold, becomes a question mark. */
    public DraftKept save(DraftId id, String text) {
        Path file = file(id);
        try {
            boolean first = !Files.exists(file);
            PrivateFolder ours = new PrivateFolder(folder, disk);
            ours.make();
            ours.replace(file, text.getBytes(StandardCharsets.UTF_8), false);
            if (first) {
                prune(id);
            }
            return new DraftKept.Kept(file);
        } catch (IOException trouble) {
            return Refused.writing(file, trouble);
        }
    }

    /** The one of that id, or the one written last. */
    public DraftFound load(Optional<DraftId> id) {
        try {
            return entries().stream()
                    .filter(entry -> id.isEmpty() || id.get().equals(entry.id()))
                    .findFirst()
                    .map(Drafts::read)
                    .orElseGet(DraftFound.None::new);
        } catch (IOException trouble) {
            return Refused.reading(folder, trouble);
        }
    }

    /** The one written last comes first; none if the folder cannot be read. */
    public List<DraftEntry> list() {
        try {
            return entries();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Empty once it is gone, as it also was if it never was. */
    public Optional<Refused> delete(DraftId id) {
        try {
            disk.delete(file(id));
            return Optional.empty();
        } catch (IOException trouble) {
            return Optional.of(Refused.writing(file(id), trouble));
        }
    }

    private Path file(DraftId id) {
        return folder.resolve(id + SUFFIX);
    }

    private static DraftFound read(DraftEntry entry) {
        TextRead read = TextFiles.read(entry.path(), LARGEST);
        return read instanceof TextRead.Text text ? new DraftFound.Found(entry, text.text()) : (Refused) read;
    }

    private List<DraftEntry> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> entry(file).stream())
                    .sorted(Comparator.comparing(DraftEntry::time)
                            .thenComparing(DraftEntry::id)
                            .reversed())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static Optional<DraftEntry> entry(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        return DraftId.of(name.substring(0, name.length() - SUFFIX.length()))
                .flatMap(id -> time(file).map(time -> new DraftEntry(id, time, file)));
    }

    private static Optional<Instant> time(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /** Old drafts go, and what killed sessions left half written; that something stays is no reason to complain. */
    private void prune(DraftId justWritten) {
        try (Stream<Path> files = Files.list(folder)) {
            Stream<Path> old = list().stream()
                    .filter(entry -> !entry.id().equals(justWritten))
                    .skip(MOST_KEPT - 1)
                    .map(DraftEntry::path);
            Stream.concat(old, files.filter(this::isOldScrap)).forEach(this::deleteQuietly);
        } catch (IOException unreadable) {
            return;
        }
    }

    private boolean isOldScrap(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(RealDisk.PREFIX)
                && name.endsWith(RealDisk.SUFFIX)
                && time(file)
                        .filter(time -> time.isBefore(clock.instant().minus(AGE_OF_A_SCRAP)))
                        .isPresent();
    }

    private void deleteQuietly(Path file) {
        try {
            disk.delete(file);
        } catch (IOException stays) {
            return;
        }
    }
}
