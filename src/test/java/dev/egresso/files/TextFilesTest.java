package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_read_whole() throws IOException {
        assertThat(read("a: ü€😀\r\n".getBytes(StandardCharsets.UTF_8), 100))
                .isEqualTo(new TextRead.Text("a: ü€😀\r\n"));
        assertThat(read(new byte[0], 0)).isEqualTo(new TextRead.Text(""));
    }

    @Test
    void the_limit_itself_is_not_too_large() throws IOException {
        assertThat(read("12345".getBytes(StandardCharsets.UTF_8), 5)).isEqualTo(new TextRead.Text("12345"));
        assertRefused(read("123456".getBytes(StandardCharsets.UTF_8), 5), Obstacle.TOO_LARGE, "5");
    }

    @Test
    void what_is_not_utf_8_is_told_with_its_place() throws IOException {
        assertRefused(read(new byte[] {'a', 'b', (byte) 0xff, 'c'}, 100), Obstacle.NOT_UTF8, "2");
        assertRefused(read(new byte[] {'a', (byte) 0xe2, (byte) 0x82}, 100), Obstacle.NOT_UTF8, "1");
        assertRefused(read("ä: ü".getBytes(StandardCharsets.ISO_8859_1), 100), Obstacle.NOT_UTF8, "0");
    }

    @Test
    void what_is_missing_or_a_folder_is_told_apart() {
        assertRefused(TextFiles.read(folder.resolve("none"), 100), Obstacle.MISSING, "");
        assertRefused(TextFiles.read(folder, 100), Obstacle.IS_FOLDER, "");
    }

    @Test
    void a_path_through_a_file_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThat(((Refused) TextFiles.read(file.resolve("x"), 100)).reasonId())
                .isEqualTo("parent-is-file");
    }

    @Test
    void an_endless_device_is_too_large_and_not_endless() {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "this system has no /dev/zero");

        assertRefused(TextFiles.read(zero, 1000), Obstacle.TOO_LARGE, "1000");
    }

    @Test
    void a_file_that_may_not_be_read_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "x");
        assumeTrue(Posix.isHere(file), "this system has no POSIX permissions");
        Posix.permit(file, "---------");
        assumeFalse(Files.isReadable(file), "root may read everything");

        assertRefused(TextFiles.read(file, 100), Obstacle.DENIED, "");
    }

    private TextRead read(byte[] bytes, long limit) throws IOException {
        return TextFiles.read(Files.write(folder.resolve("file"), bytes), limit);
    }

    private static void assertRefused(TextRead read, Obstacle obstacle, String detail) {
        assertThat(read).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.obstacle()).isEqualTo(obstacle);
            assertThat(refused.detail()).isEqualTo(detail);
        });
    }
}
