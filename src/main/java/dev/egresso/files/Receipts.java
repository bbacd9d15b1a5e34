package dev.egresso.files;

import dev.egresso.rollout.History;
import dev.egresso.rollout.Journal;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.ReceiptText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Keeps what was done to clusters. A receipt that is still open lies under a name of its own, so that every start of the
 * program can see by a look at the folder whether something was begun and not finished. That name carries the process that
 * writes it, so that an apply in another window is not taken for one that was killed; a folder that several machines share
 * cannot tell them apart.
 */
public final class Receipts implements Journal {
    private static final String SUFFIX = ".json";
    private static final String OPEN = ".open";
    private static final String LOCK = ".lock";
    private static final int MOST_KEPT = 500;
    private static final long LARGEST = 64 << 20;

    private final Path folder;
    private final Clock clock;
    private final Supplier<? extends RandomGenerator> random;
    private final Disk disk;
    private final long process;

    Receipts(Path folder, Clock clock, Supplier<? extends RandomGenerator> random, Disk disk, long process) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
        this.disk = disk;
        this.process = process;
    }

    /** @param random asked for only when an id is wanted, since good ones take their time to get ready */
    public static Receipts in(Path folder, Clock clock, Supplier<? extends RandomGenerator> random) {
        return new Receipts(
                folder, clock, random, new RealDisk(), ProcessHandle.current().pid());
    }

    /** Where this user's receipts belong. */
    public static Path usualFolder(Map<String, String> environment, Path home, String osName) {
        return StateFolder.of(environment, home, osName).resolve("receipts");
    }

    public Path folder() {
        return folder;
    }

    /** For an apply that begins now. */
    public String newId() {
        RandomGenerator digits = random.get();
        String id = DraftId.fresh(clock, digits).text();
        return Files.exists(closed(id)) ? DraftId.fresh(clock, digits).text() : id;
    }

    /** The right to change the cluster at this address; empty while another process has it. */
    public Optional<Turn> turn(String server) {
        PrivateFolder ours = new PrivateFolder(folder, disk);
        try {
            ours.make();
        } catch (IOException unwritable) {
            return Optional.of(Turn.unguarded());
        }
        return Turn.at(folder.resolve(Integer.toHexString(server.hashCode()) + LOCK));
    }

    /** A closed one takes the place of the open one; both there means that the closed one counts. */
    @Override
    public boolean keep(Receipt receipt) {
        PrivateFolder ours = new PrivateFolder(folder, disk);
        byte[] text = ReceiptText.of(receipt).getBytes(StandardCharsets.UTF_8);
        try {
            ours.make();
            Path file = receipt.isOpen() ? open(receipt.id()) : closed(receipt.id());
            ours.replace(file, text, true);
            disk.settleFolder(folder);
            forgetOthers(receipt.id(), file);
            prune();
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    private Path closed(String id) {
        return folder.resolve(id + SUFFIX);
    }

    private Path open(String id) {
        return folder.resolve(id + "." + process + OPEN + SUFFIX);
    }

    /** What this process, or one before it, kept of the same receipt while it was open. */
    private void forgetOthers(String id, Path kept) throws IOException {
        for (Path file : files()) {
            if (isOpen(file) && id(file).equals(id) && !file.equals(kept)) {
                disk.delete(file);
            }
        }
    }

    /** Whether something was begun by a process that is gone; so quick that every start may ask. */
    public boolean hasAbandoned() {
        return files().stream().anyMatch(this::isAbandoned);
    }

    /** What was begun by a process that is gone, or by this one, which does one thing after another and asks in between. */
    public List<Receipt> abandoned() {
        return files().stream()
                .filter(this::isAbandoned)
                .flatMap(file -> read(file).stream())
                .toList();
    }

    private boolean isAbandoned(Path file) {
        return isOpen(file) && !Files.exists(closed(id(file))) && !isAtWork(file);
    }

    /** Another process is there, and not one of the same number that began later. */
    private boolean isAtWork(Path file) {
        String[] parts = file.getFileName().toString().split("\\.");
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ProcessHandle.of(Long.parseLong(parts[1]))
                    .filter(other -> other.pid() != process && other.isAlive())
                    .map(handle -> handle.info().startInstant().orElse(Instant.MIN))
                    .filter(start -> !start.isAfter(written))
                    .isPresent();
        } catch (IOException | NumberFormatException unclear) {
            return false;
        }
    }

    /** All that can be read. */
    public History history() {
        List<Receipt> all = new ArrayList<>();
        for (Path file : files()) {
            if (!isOpen(file) || !Files.exists(closed(id(file)))) {
                read(file).ifPresent(all::add);
            }
        }
        return new History(all);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(file -> DraftId.of(id(file)).isPresent())
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static boolean isOpen(Path file) {
        return file.getFileName().toString().endsWith(OPEN + SUFFIX);
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private static Optional<Receipt> read(Path file) {
        return TextFiles.read(file, LARGEST) instanceof TextRead.Text text
                ? ReceiptText.read(text.text())
                : Optional.empty();
    }

    /** The oldest go; those still open stay until they are closed. */
    private void prune() {
        List<Path> old = files().stream().filter(file -> !isOpen(file)).toList();
        for (Path file : old.subList(0, Math.max(0, old.size() - MOST_KEPT))) {
            try {
                disk.delete(file);
            } catch (IOException stays) {
                continue;
            }
        }
    }
}
