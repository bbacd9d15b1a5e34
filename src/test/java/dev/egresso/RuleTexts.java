package dev.egresso;

import dev.egresso.mesh.DataPlane;
import dev.egresso.mesh.IstioVersion;
import dev.egresso.mesh.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The examples of the rules, which serve other tests as a stock of right and wrong sets. */
public final class RuleTexts {
    public static final Path FOLDER = Path.of("src", "test", "resources", "rules");

    private RuleTexts() {}

    /** All of them, always in the same order. */
    public static List<String> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(RuleTexts::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param example {@code bad} or {@code good} */
    public static String of(String rule, String example) {
        return read(FOLDER.resolve(rule).resolve(example + ".yaml"));
    }

    /** What the first lines of an example say of the mesh around it: {@code # ambient}, {@code # istio: 1.20}. */
    public static Surroundings surroundings(String text) {
        Surroundings surroundings = Surroundings.unknown();
        if (text.lines().anyMatch("# ambient"::equals)) {
            surroundings = surroundings.withDataPlane(DataPlane.AMBIENT);
        }
        return text.lines().anyMatch("# istio: 1.20"::equals)
                ? surroundings.withIstioVersion(new IstioVersion(1, 20))
                : surroundings;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
