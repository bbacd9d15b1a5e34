package dev.egresso.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<PosixFilePermission> FOR_THE_OWNER = PosixFilePermissions.fromString("rwx------");

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

    /** Where this user's drafts belong: by the XDG rules, on macOS too, and in the local application data on Windows. */
    public static Path usualFolder(Map<String, String> environment, Path home, String osName) {
        boolean windows = osName.toLowerCase(Locale.ROOT).startsWith("windows");
        String variable = windows ? "LOCALAPPDATA" : "XDG_STATE_HOME";
        Path otherwise = windows
                ? home.resolve("AppData").resolve("Local")
                : home.resolve(".local").resolve("state");
        return absolute(environment.getOrDefault(variable, ""), home)
                .orElse(otherwise)
                .resolve("egresso")
                .resolve("drafts");
    }

    /** The XDG rules tell to ignore a relative path. */
    private static Optional<Path> absolute(String text, Path home) {
        try {
            return Optional.of(home.getFileSystem().getPath(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException nonsense) {
            return Optional.empty();
        }
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
            makeFolder();
            replace(file, text.getBytes(StandardCharsets.UTF_8));
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

    private void makeFolder() throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder);
            return;
        }
        if (!Files.isDirectory(folder)) {
            Folders.missingOnTheWayTo(folder.resolve("x"));
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOR_THE_OWNER));
        }
        closeToOthers();
    }

    /** Where the file system cannot, the files themselves are still private as far as it can. */
    private void closeToOthers() {
        try {
            if (!Files.getPosixFilePermissions(folder).equals(FOR_THE_OWNER)) {
                Files.setPosixFilePermissions(folder, FOR_THE_OWNER);
            }
        } catch (IOException cannot) {
            return;
        }
    }

    private void replace(Path file, byte[] content) throws IOException {
        Path temporary = disk.createPrivate(folder);
        try {
            disk.fill(temporary, content);
            disk.move(temporary, file);
        } finally {
            disk.delete(temporary);
        }
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
