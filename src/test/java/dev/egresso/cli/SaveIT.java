package dev.egresso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** {@code egresso render --save}: all or nothing, never over something else unasked. */
class SaveIT {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    private final TempFolder folder = TempFolder.create();

    @AfterEach
    void gone() {
        folder.close();
    }

    private CommandResult save(String path, String... more) {
        return CommandResult.in(folder)
                .run(Stream.concat(Stream.of("render", "--preset", "blog", "--save", path), Stream.of(more))
                        .toArray(String[]::new));
    }

    private String rendered(String... more) {
        return CommandResult.in(folder)
                .run(Stream.concat(Stream.of("render", "--preset", "blog"), Stream.of(more))
                        .toArray(String[]::new))
                .succeeds()
                .out();
    }

    @Test
    void a_new_file_holds_what_render_prints_and_stdout_stays_empty() {
        save("web.yaml").succeeds().printsNothing().says("web.yaml");
        assertThat(new String(folder.bytes("web.yaml"))).isEqualTo(rendered());
        save("commented.yaml", "--comments").succeeds();
        assertThat(new String(folder.bytes("commented.yaml"))).isEqualTo(rendered("--comments"));
    }

    @Test
    void an_equal_file_is_left_alone() throws IOException {
        save("web.yaml").succeeds();
        Files.setLastModifiedTime(folder.file("web.yaml"), LONG_AGO);
        save("web.yaml").succeeds().says("same");
        assertThat(Files.getLastModifiedTime(folder.file("web.yaml"))).isEqualTo(LONG_AGO);
    }

    @Test
    void a_different_file_is_kept_and_the_difference_told() {
        folder.write("web.yaml", "kind: Mine\u001b[31m\n");
        CommandResult kept =
                save("web.yaml").exits(73).printsNothing().says("-kind: Mine", "+kind: ServiceEntry", "--overwrite");
        kept.isHarmless();
        assertThat(folder.text("web.yaml")).startsWith("kind: Mine");
    }

    @Test
    void a_different_file_is_overwritten_when_told_and_keeps_its_mode() throws IOException {
        folder.write("web.yaml", "kind: Mine\n");
        Files.setPosixFilePermissions(folder.file("web.yaml"), PosixFilePermissions.fromString("rw-r-----"));
        save("web.yaml", "--overwrite").succeeds().printsNothing();
        assertThat(folder.text("web.yaml")).startsWith("apiVersion");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file("web.yaml"))))
                .isEqualTo("rw-r-----");
        assertThat(names(folder.path())).noneMatch(name -> name.contains("tmp") || name.contains("egresso-"));
    }

    @Test
    void missing_folders_are_made() {
        save("deep/er/web.yaml").succeeds();
        assertThat(folder.text("deep/er/web.yaml")).startsWith("apiVersion");
    }

    @Test
    void split_writes_a_file_for_each_resource() {
        save("out", "--layout", "split").succeeds();
        assertThat(names(folder.file("out"))).hasSize(3).allMatch(name -> name.endsWith(".yaml"));
        String all = String.join(
                "",
                names(folder.file("out")).stream()
                        .map(name -> folder.text("out/" + name))
                        .toList());
        assertThat(all).contains("kind: ServiceEntry", "kind: VirtualService", "kind: DestinationRule");
        save("out", "--layout", "split").succeeds().says("same");
        save("out", "--layout", "split", "--namespace", "shop").exits(73).says("+  namespace: shop");
    }

    @Test
    void kustomize_lists_the_files_that_it_writes() {
        save("out", "--layout", "kustomize").succeeds();
        assertThat(names(folder.file("out"))).hasSize(4).contains("kustomization.yaml");
        assertThat(RenderIT.load(folder.text("out/kustomization.yaml")))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry(
                        "resources",
                        names(folder.file("out")).stream()
                                .filter(name -> !name.equals("kustomization.yaml"))
                                .sorted(java.util.Comparator.comparing(SaveIT::order))
                                .toList());
    }

    /** The order in which the resources are written. */
    private static int order(String name) {
        return Stream.of("service-entry", "serviceentry", "virtual", "destination")
                .map(name.toLowerCase()::contains)
                .toList()
                .indexOf(true);
    }

    @Test
    void a_folder_takes_the_usual_name() throws IOException {
        Files.createDirectory(folder.file("out"));
        save("out/").succeeds();
        assertThat(names(folder.file("out"))).hasSize(1);
    }

    @Test
    void what_cannot_be_written_is_told_in_a_sentence() throws IOException {
        Files.createDirectory(folder.file("a-folder"));
        folder.write("a-file", "");
        for (String path : List.of("a-folder", "a-file/web.yaml", "/dev/null", "x".repeat(300) + ".yaml")) {
            CommandResult refused = save(path).exits(73).printsNothing();
            assertThat(refused.err()).doesNotContain("Exception", "{").isNotBlank();
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Test
    @DisabledIf(value = "isRoot", disabledReason = "root may write everywhere")
    void a_read_only_folder_is_told_in_a_sentence() throws IOException {
        Files.createDirectory(folder.file("shut"));
        Files.setPosixFilePermissions(folder.file("shut"), PosixFilePermissions.fromString("r-xr-xr-x"));
        CommandResult refused = save("shut/web.yaml").exits(73).printsNothing();
        assertThat(refused.err()).doesNotContain("Exception").contains("shut");
        Files.setPosixFilePermissions(folder.file("shut"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> names(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
