package dev.egresso.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.mesh.Surroundings;
import dev.egresso.screens.Screens;
import dev.egresso.yaml.ManifestReader;
import dev.egresso.yaml.ReadSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Texts as people paste them, under {@code symptoms/<cause>/texts.txt}, a line of hyphens between two. Alone, each has its
 * cause among the first three. Where resources stand beside them, as {@code one.yaml}, the texts of {@code one.txt} have it
 * first, with a line that is marked {@code # <-}.
 */
class SymptomTextsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "symptoms");
    private static final String MARK = "# <-";
    static final Knowledge KNOWLEDGE =
            new Screens(name -> Optional.of(read(Path.of("screens", name))), Map::of).knowledge();

    @TestFactory
    Stream<DynamicTest> a_text_alone_has_its_cause_among_the_first_three() throws IOException {
        return causes().filter(cause -> Files.exists(FOLDER.resolve(cause).resolve("texts.txt")))
                .flatMap(cause -> texts(FOLDER.resolve(cause).resolve("texts.txt")).stream()
                        .map(text -> DynamicTest.dynamicTest(cause + ": " + first(text), () -> alone(cause, text))));
    }

    private static void alone(String cause, String text) {
        List<String> ids = ids(Doctor.diagnose(text, KNOWLEDGE));
        assertThat(ids.stream().limit(3)).as("%s%nall: %s", text, ids).contains(cause);
    }

    @TestFactory
    Stream<DynamicTest> with_the_resources_at_hand_the_cause_is_first_with_its_line() throws IOException {
        return causes().flatMap(cause -> sets(cause)
                .flatMap(set -> texts(FOLDER.resolve(cause).resolve(set.replace(".yaml", ".txt"))).stream()
                        .map(text -> DynamicTest.dynamicTest(
                                cause + "/" + set + ": " + first(text), () -> inSet(cause, set, text)))));
    }

    private static Stream<String> sets(String cause) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(cause))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void inSet(String cause, String name, String text) {
        String yaml = read(FOLDER.resolve(cause).resolve(name));
        ReadSet set = ManifestReader.read(name, yaml.getBytes(StandardCharsets.UTF_8));
        Diagnosis diagnosis = Doctor.diagnose(
                text, KNOWLEDGE, set.manifests(), Surroundings.unknown().with(set.neighbours()));
        assertThat(ids(diagnosis)).as(text).startsWith(cause);
        int line = diagnosis
                .suspects()
                .get(0)
                .blame()
                .flatMap(blame -> blame.read())
                .map(read -> read.line())
                .orElse(0);
        List<String> lines = yaml.lines().toList();
        assertThat(line == 0 ? "none" : lines.get(line - 1))
                .as("line %s for %s", line, text)
                .contains(MARK);
    }

    @TestFactory
    Stream<DynamicTest> a_text_without_a_symptom_has_no_cause() {
        return texts(FOLDER.resolve("none.txt")).stream()
                .map(text ->
                        DynamicTest.dynamicTest(first(text), () -> assertThat(ids(Doctor.diagnose(text, KNOWLEDGE)))
                                .as(text)
                                .isEmpty()));
    }

    /** The files with texts that stand for themselves. */
    static List<Path> alone() throws IOException {
        return causes().map(cause -> FOLDER.resolve(cause).resolve("texts.txt"))
                .filter(Files::exists)
                .toList();
    }

    static List<String> ids(Diagnosis diagnosis) {
        return diagnosis.suspects().stream()
                .map(suspect -> suspect.cause().id())
                .toList();
    }

    private static Stream<String> causes() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static List<String> texts(Path file) {
        return List.of(read(file).strip().split("\n----\n"));
    }

    private static String first(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() < 70 ? line : line.substring(0, 70);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
