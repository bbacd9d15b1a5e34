package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/**
 * {@code ./egresso} in a checkout of its own, where a stand-in for Maven writes down that it was called: when it builds,
 * when it does not, and from where it can be started.
 */
class LauncherIT {
    private static final FileTime BEFORE = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-02-01T00:00:00Z"));
    private static final FileTime AFTER = FileTime.from(Instant.parse("2026-03-01T00:00:00Z"));
    private static final String MVN =
            """
            #!/bin/sh
            echo "mvn $*" >> %1$s/mvn.log
            echo 'talk of the build'
            sleep 0.5
            cp -p %2$s target/egresso.jar
            touch target/egresso.jar
            """;

    private final TempFolder folder = TempFolder.create();
    private final Path checkout = folder.file("check out");

    @BeforeEach
    void a_checkout_that_is_built() throws IOException {
        for (String path : List.of("src/main/java", "src/dist/bin", "screens", "presets", "target", "../bin")) {
            Files.createDirectories(checkout.resolve(path).normalize());
        }
        copy("egresso");
        copy("src/dist/bin/egresso");
        for (String source : List.of("pom.xml", "src/main/java/A.java", "screens/words.yaml", "presets/blog.yaml")) {
            Files.writeString(checkout.resolve(source), "");
        }
        Files.copy(Path.of("target/egresso.jar"), checkout.resolve("target/egresso.jar"));
        Files.createSymbolicLink(
                checkout.resolve("target/lib"), Path.of("target/lib").toAbsolutePath());
        Path mvn = folder.file("bin/mvn");
        Files.writeString(
                mvn, MVN.formatted(folder.path(), Path.of("target/egresso.jar").toAbsolutePath()));
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (Path file : files(checkout)) {
            Files.setLastModifiedTime(file, BEFORE);
        }
        Files.setLastModifiedTime(checkout.resolve("target/egresso.jar"), BUILT);
    }

    private void copy(String path) throws IOException {
        Files.copy(Path.of(path), checkout.resolve(path), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }

    @AfterEach
    void gone() {
        folder.close();
    }

    private CommandResult egresso(String... arguments) {
        return run(checkout.resolve("egresso"), arguments);
    }

    private CommandResult run(Path launcher, String... arguments) {
        return CommandResult.in(folder)
                .with("PATH", folder.file("bin") + ":" + System.getenv("PATH"))
                .with("JAVA_HOME", System.getProperty("java.home"))
                .run(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                        .toList());
    }

    private List<String> builds() {
        return folder.has("mvn.log") ? folder.text("mvn.log").lines().toList() : List.of();
    }

    @Test
    void nothing_is_built_or_written_when_nothing_changed() {
        Map<Path, FileTime> before = times();
        egresso("render", "--preset", "blog").succeeds().prints("kind: ServiceEntry");
        assertThat(builds()).isEmpty();
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void it_can_be_started_from_anywhere_and_through_links() throws IOException {
        Path link = Files.createSymbolicLink(folder.file("bin/eg"), Path.of("../check out/egresso"));
        Path linkToLink = Files.createSymbolicLink(folder.file("again"), link);
        for (Path launcher : List.of(link, linkToLink)) {
            run(launcher, "--version").succeeds().prints("egresso ");
        }
        egresso("render", "--preset", "blog", "--save", "here.yaml").succeeds();
        assertThat(folder.has("here.yaml")).isTrue();
        assertThat(builds()).isEmpty();
    }

    @Test
    void a_newer_source_is_built_once_with_all_talk_on_stderr() throws IOException {
        Files.setLastModifiedTime(checkout.resolve("screens/words.yaml"), AFTER);
        CommandResult built = egresso("--version").succeeds();
        assertThat(built.out()).matches("egresso \\S+\n");
        assertThat(built.err()).contains("building", "talk of the build");
        assertThat(builds()).singleElement().asString().contains("-DskipTests", "package");
        CommandResult again = egresso("--version").succeeds();
        assertThat(again.err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void two_at_once_build_once() throws Exception {
        Files.setLastModifiedTime(checkout.resolve("pom.xml"), AFTER);
        String both = "'%1$s' --version & first=$!; '%1$s' --version; second=$?; wait $first && exit $second"
                .formatted(checkout.resolve("egresso"));
        CommandResult result = CommandResult.in(folder)
                .with("PATH", folder.file("bin") + ":" + System.getenv("PATH"))
                .with("JAVA_HOME", System.getProperty("java.home"))
                .run(List.of("sh", "-c", both));
        result.succeeds();
        assertThat(result.out().lines()).hasSize(2).allMatch(row -> row.startsWith("egresso "));
        assertThat(builds()).hasSize(1);
        assertThat(Files.exists(checkout.resolve("target/.build-lock"))).isFalse();
    }

    @Test
    void a_lock_that_a_killed_build_left_is_passed_over() throws IOException {
        Files.setLastModifiedTime(checkout.resolve("pom.xml"), AFTER);
        Files.writeString(checkout.resolve("target/.build-lock"), "999999999\n");
        egresso("--version").succeeds();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void a_build_that_fails_is_told_and_tried_again_the_next_time() throws IOException {
        Files.setLastModifiedTime(checkout.resolve("pom.xml"), AFTER);
        Files.writeString(folder.file("bin/mvn"), "#!/bin/sh\necho 'it does not compile'\nexit 1\n");
        for (int i = 0; i < 2; i++) {
            egresso("--version").exits(70).printsNothing().says("it does not compile");
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Test
    @DisabledIf(value = "isRoot", disabledReason = "root may write everywhere")
    void a_read_only_checkout_runs_what_was_built() throws IOException {
        Files.setLastModifiedTime(checkout.resolve("pom.xml"), AFTER);
        Files.setPosixFilePermissions(checkout, PosixFilePermissions.fromString("r-xr-xr-x"));
        egresso("--version").succeeds();
        Files.setPosixFilePermissions(checkout, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(builds()).isEmpty();
    }

    private Map<Path, FileTime> times() {
        Map<Path, FileTime> times = new TreeMap<>();
        for (Path file : files(checkout)) {
            try {
                times.put(file, Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return times;
    }

    private static List<Path> files(Path top) {
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(file -> !Files.isSymbolicLink(file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
