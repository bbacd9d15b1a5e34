package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaverRefusalTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_is_no_file() {
        assertThat(obstacle(folder)).isEqualTo(Obstacle.IS_FOLDER);
        assertThat(obstacle(folder.getRoot())).isEqualTo(Obstacle.IS_FOLDER);
    }

    @Test
    void a_link_to_a_folder_is_no_file() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));

        assertThat(obstacle(link)).isEqualTo(Obstacle.IS_FOLDER);
    }

    @Test
    void nothing_can_lie_below_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThat(obstacle(file.resolve("x.yaml"))).isEqualTo(Obstacle.PARENT_IS_FILE);
        assertThat(obstacle(file.resolve("a/b/x.yaml"))).isEqualTo(Obstacle.PARENT_IS_FILE);
        assertThat(file).hasContent("x");
    }

    @Test
    void the_refusal_names_the_path_of_the_plan_and_an_id_for_its_words() {
        Refused refused = (Refused) save(folder);

        assertThat(refused.path()).isEqualTo(folder.toString());
        assertThat(refused.reasonId()).isEqualTo("is-folder");
    }

    @Test
    void stdout_is_no_file_whatever_it_is_bound_to() {
        assumeTrue(Files.exists(Path.of("/dev/stdout")), "this system has no /dev/stdout");

        assertThat(obstacle(Path.of("/dev/stdout"))).isEqualTo(Obstacle.NOT_A_REGULAR_FILE);
    }

    @Test
    void devices_are_no_files_by_a_link_either() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
        Path link = Files.createSymbolicLink(folder.resolve("x.yaml"), Path.of("/dev/full"));

        assertThat(obstacle(link)).isEqualTo(Obstacle.NOT_A_REGULAR_FILE);
        assertThat(obstacle(Path.of("/dev/null"))).isEqualTo(Obstacle.NOT_A_REGULAR_FILE);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void the_files_of_the_system_itself_are_no_place() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this system has no /proc");

        assertThat(obstacle(Path.of("/proc/x.yaml"))).isEqualTo(Obstacle.NOT_A_REGULAR_FILE);
        assertThat(obstacle(Path.of("/proc/self/comm"))).isEqualTo(Obstacle.NOT_A_REGULAR_FILE);
    }

    @Test
    void a_pipe_is_no_file_and_is_not_waited_for() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(make("mkfifo", pipe.toString()), "this system has no mkfifo");

        assertThat(obstacle(pipe)).isEqualTo(Obstacle.NOT_A_REGULAR_FILE);
    }

    @Test
    void links_that_go_in_a_circle_are_told() throws IOException {
        Path link = folder.resolve("a.yaml");
        Files.createSymbolicLink(link, Path.of("b.yaml"));
        Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("a.yaml"));

        assertThat(obstacle(link)).isEqualTo(Obstacle.LINK_LOOP);
    }

    @Test
    void a_folder_that_is_a_link_to_nothing_is_not_offered_to_be_made() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("k8s"), Path.of("nowhere"));

        assertThat(obstacle(link.resolve("x.yaml"))).isEqualTo(Obstacle.MISSING);
    }

    @Test
    void a_name_may_be_too_long_for_the_disk() {
        assertThat(obstacle(folder.resolve("x".repeat(300) + ".yaml"))).isEqualTo(Obstacle.NAME_TOO_LONG);
        assertThat(obstacle(folder.resolve("x".repeat(300)).resolve("x.yaml"))).isEqualTo(Obstacle.NAME_TOO_LONG);
    }

    @Test
    void the_longest_name_the_disk_takes_is_taken() {
        assertThat(save(folder.resolve("x".repeat(250) + ".yaml"))).isInstanceOf(SaveResult.Saved.class);
    }

    @Test
    void half_a_character_is_no_text() {
        SavePlan plan = new SavePlan(List.of(new PlannedFile(folder.resolve("x.yaml"), "a: \ud83d")));

        assertThat(((Refused) new Saver().save(plan, true, true)).obstacle()).isEqualTo(Obstacle.NOT_UNICODE);
    }

    @Test
    void two_files_of_a_plan_that_are_one_by_a_link_are_refused() throws IOException {
        Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("a.yaml"));
        SavePlan plan = new SavePlan(List.of(
                new PlannedFile(folder.resolve("a.yaml"), "a"), new PlannedFile(folder.resolve("b.yaml"), "b")));

        assertThat(((Refused) new Saver().save(plan, true, true)).obstacle()).isEqualTo(Obstacle.SAME_FILE);
        assertThat(folder.resolve("a.yaml")).doesNotExist();
    }

    @Test
    void a_folder_that_may_not_be_written_is_told_and_nothing_made_in_it() throws IOException {
        Path closed = closed(Files.createDirectory(folder.resolve("closed")));

        assertThat(obstacle(closed.resolve("x.yaml"))).isEqualTo(Obstacle.NOT_WRITABLE);
        assertThat(obstacle(closed.resolve("a/x.yaml"))).isEqualTo(Obstacle.NOT_WRITABLE);
    }

    @Test
    void an_equal_file_in_a_folder_that_may_not_be_written_is_still_equal() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path file = Files.writeString(closed.resolve("x.yaml"), "a: 1\n");
        closed(closed);

        assertThat(save(file)).isEqualTo(new SaveResult.Saved(List.of(), List.of(file)));
    }

    @Test
    void a_read_only_file_is_not_overwritten_although_a_rename_could() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "kept\n");
        assumeTrue(Posix.isHere(file), "this system has no POSIX permissions");
        Posix.permit(file, "r--r--r--");
        assumeFalse(Files.isWritable(file), "root may write everything");

        assertThat(obstacle(file)).isEqualTo(Obstacle.NOT_WRITABLE);
        assertThat(file).hasContent("kept\n");
    }

    @Test
    void a_read_only_file_system_is_told() {
        Path readOnly = Stream.of("/sys/fs/cgroup", "/sys", "/usr", "/boot")
                .map(Path::of)
                .filter(SaverRefusalTest::isReadOnly)
                .findFirst()
                .orElse(null);
        assumeTrue(readOnly != null, "no file system is mounted read-only here");

        assertThat(obstacle(readOnly.resolve("x.yaml"))).isEqualTo(Obstacle.READ_ONLY);
    }

    private static boolean isReadOnly(Path path) {
        try {
            return Files.isDirectory(path) && Files.getFileStore(path).isReadOnly();
        } catch (IOException unknown) {
            return false;
        }
    }

    private static Path closed(Path path) throws IOException {
        assumeTrue(Posix.isHere(path), "this system has no POSIX permissions");
        Posix.permit(path, "r-xr-xr-x");
        assumeFalse(Files.isWritable(path), "root may write everywhere");
        return path;
    }

    private static boolean make(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static Obstacle obstacle(Path path) {
        SaveResult result = save(path);
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(new Saver().rehearse(plan(path), true, true)).isEqualTo(result);
        return ((Refused) result).obstacle();
    }

    private static SaveResult save(Path path) {
        return new Saver().save(plan(path), true, true);
    }

    private static SavePlan plan(Path path) {
        return new SavePlan(List.of(new PlannedFile(path, "a: 1\n")));
    }
}
