package dev.egresso.cli;

import dev.egresso.yaml.Limits;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The resources that a command line names: files, folders with all YAML and JSON below them, or - for stdin.
 *
 * @param count how many texts were read
 * @param hasStdin whether one of them came by stdin
 */
record ResourceFiles(ReadSet set, int count, boolean hasStdin) {
    private static final String STDIN = "-";
    /** What the text of stdin is called. */
    static final String STDIN_NAME = "stdin";

    private static final int TOLD = 5;

    static PositionalParamSpec positional() {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("FILE")
                .description("Files, folders, or - for stdin.")
                .build();
    }

    /** @throws Refusal for a file that is not there or cannot be read */
    static ResourceFiles read(List<String> names, World world) {
        Map<Path, ReadSet> sets = new LinkedHashMap<>();
        for (String name : names) {
            if (name.equals(STDIN)) {
                sets.computeIfAbsent(Path.of(STDIN), any -> bytes(STDIN_NAME, world.in()));
            } else {
                files(name, world).forEach(file -> sets.computeIfAbsent(real(file, world), any -> bytes(file, world)));
            }
        }
        return new ResourceFiles(
                ReadSet.all(List.copyOf(sets.values())), sets.size(), sets.containsKey(Path.of(STDIN)));
    }

    /** A file that is named twice, by itself and by its folder, is one file. */
    private static Path real(String name, World world) {
        try {
            return world.folder().resolve(name).toRealPath();
        } catch (IOException unreadable) {
            return world.folder().resolve(name).toAbsolutePath();
        }
    }

    boolean isStdinOnly() {
        return hasStdin && count == 1;
    }

    ResourceFiles with(ReadSet changed) {
        return new ResourceFiles(changed, count, hasStdin);
    }

    static List<String> files(String name, World world) {
        Path path = world.folder().resolve(name);
        if (!Files.exists(path)) {
            throw new Refusal(Exit.BAD_INPUT, "There is no file or folder " + name + ".");
        }
        if (!Files.isDirectory(path)) {
            return List.of(name);
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> isOfInterest(path.relativize(file)))
                    .map(file -> Path.of(name).resolve(path.relativize(file)).toString())
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw new Refusal(Exit.BAD_INPUT, "The folder " + name + " cannot be read.");
        }
    }

    /** YAML and JSON outside of hidden folders. */
    private static boolean isOfInterest(Path below) {
        for (Path part : below) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return below.toString().matches(".*\\.(?:ya?ml|json)");
    }

    private static ReadSet bytes(String name, World world) {
        try (InputStream in = Files.newInputStream(world.folder().resolve(name))) {
            return bytes(name, in);
        } catch (IOException unreadable) {
            throw new Refusal(Exit.BAD_INPUT, name + " cannot be read.");
        }
    }

    /** One byte more than is allowed, so that too much is noticed. */
    private static ReadSet bytes(String name, InputStream in) {
        try {
            return ManifestReader.read(name, in.readNBytes(Limits.FILE_BYTES + 1));
        } catch (IOException unreadable) {
            throw new Refusal(Exit.BAD_INPUT, name + " cannot be read.");
        }
    }

    /** Says what could not be read and what was passed over. */
    void talk(World world) {
        set.faults().forEach(fault -> world.say(fault.toString()));
        set.skipped().stream()
                .limit(TOLD)
                .forEach(skipped -> world.say(skipped.file() + ":" + skipped.line() + ": passed over, "
                        + (skipped.kind().isEmpty() ? "no kind" : skipped.kind() + " " + skipped.name())));
        if (set.skipped().size() > TOLD) {
            world.say("Passed over " + (set.skipped().size() - TOLD) + " more.");
        }
    }
}
