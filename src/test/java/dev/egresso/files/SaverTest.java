package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.egresso.files.SaveResult.Differs;
import dev.egresso.files.SaveResult.FolderMissing;
import dev.egresso.files.SaveResult.Saved;
import dev.egresso.mesh.Kind;
import dev.egresso.yaml.Document;
import dev.egresso.yaml.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaverTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void the_file() {
        file = folder.resolve("webserver-egress.yaml");
    }

    @Test
    void a_new_file_is_written_and_nothing_else_is_left() throws IOException {
        assertThat(save("a: ü\n")).isEqualTo(new Saved(List.of(file), List.of()));

        assertThat(file).hasContent("a: ü\n");
        assertThat(Listing.of(folder)).containsExactly("webserver-egress.yaml");
    }

    @Test
    void an_equal_file_is_left_alone_with_its_time() throws IOException {
        given("a: 1\n");

        assertThat(save("a: 1\n")).isEqualTo(new Saved(List.of(), List.of(file)));
        assertThat(overwrite("a: 1\n")).isEqualTo(new Saved(List.of(), List.of(file)));

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void a_different_file_is_kept_and_the_difference_shown() throws IOException {
        given("a: 1\nb: 2\n");

        assertThat(save("a: 1\nb: 3\n")).isInstanceOfSatisfying(Differs.class, differs -> {
            FileDifference difference = differs.files().get(0);
            assertThat(difference.path()).isEqualTo(file);
            assertThat(difference.old()).isEqualTo(FileDifference.Old.PLAIN);
            assertThat(difference.difference().unified("old", "new")).contains(" a: 1\n-b: 2\n+b: 3\n");
        });
        assertThat(file).hasContent("a: 1\nb: 2\n");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void a_different_file_is_overwritten_when_told_so() throws IOException {
        given("a: 1\n");

        assertThat(overwrite("a: 2\n")).isEqualTo(new Saved(List.of(file), List.of()));

        assertThat(file).hasContent("a: 2\n");
        assertThat(Listing.of(folder)).containsExactly("webserver-egress.yaml");
    }

    @Test
    void an_empty_file_differs_like_any_other() throws IOException {
        given("");

        assertThat(save("a: 1\n")).isInstanceOf(Differs.class);
    }

    @Test
    void line_ends_alone_are_a_difference_that_has_a_name() throws IOException {
        given("a: 1\r\nb: 2\r\n");

        FileDifference difference = differing("a: 1\nb: 2\n");

        assertThat(difference.old()).isEqualTo(FileDifference.Old.CRLF);
        assertThat(difference.difference().isEmpty()).isTrue();
        assertThat(overwrite("a: 1\nb: 2\n")).isInstanceOf(Saved.class);
        assertThat(Files.readAllBytes(file)).isEqualTo("a: 1\nb: 2\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_that_is_not_utf_8_is_a_difference_and_no_exception() throws IOException {
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xfc, '\n'});

        assertThat(differing("a: ü\n").old()).isEqualTo(FileDifference.Old.NOT_UTF8);
        assertThat(overwrite("a: ü\n")).isInstanceOf(Saved.class);
    }

    @Test
    void a_huge_file_is_a_difference_that_is_not_shown() throws IOException {
        byte[] huge = new byte[3 << 20];
        Arrays.fill(huge, (byte) '\n');
        Files.write(file, huge);

        FileDifference difference = differing("a: 1\n");

        assertThat(difference.old()).isEqualTo(FileDifference.Old.TOO_LARGE);
        assertThat(difference.difference().rows()).isEmpty();
    }

    @Test
    void a_file_that_may_not_be_read_is_a_difference_that_is_not_shown() throws IOException {
        given("a: 1\n");
        assumeTrue(Posix.isHere(file), "this system has no POSIX permissions");
        Posix.permit(file, "-w-------");
        assumeFalse(Files.isReadable(file), "root may read everything");

        assertThat(differing("a: 2\n").old()).isEqualTo(FileDifference.Old.UNREADABLE);
    }

    @Test
    void a_missing_folder_is_asked_for_before_anything_is_written() throws IOException {
        SavePlan plan = plan(folder.resolve("a/b/x.yaml"), "a: 1\n");

        assertThat(new Saver().save(plan, true, false)).isEqualTo(new FolderMissing(folder.resolve("a/b")));
        assertThat(Listing.of(folder)).isEmpty();

        assertThat(new Saver().save(plan, false, true)).isInstanceOf(Saved.class);
        assertThat(folder.resolve("a/b/x.yaml")).hasContent("a: 1\n");
    }

    @Test
    void all_files_of_a_plan_are_looked_at_before_the_first_is_written() throws IOException {
        Files.writeString(folder.resolve("virtual-service.yaml"), "by hand\n");

        assertThat(new Saver().save(kustomized("1"), false, false)).isInstanceOfSatisfying(Differs.class, differs -> {
            assertThat(differs.files()).hasSize(1);
        });
        assertThat(Listing.of(folder)).containsExactly("virtual-service.yaml");
    }

    @Test
    void only_what_changed_is_written_again() throws IOException {
        new Saver().save(kustomized("1"), false, false);
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: [mine.yaml]\n");

        assertThat(new Saver().save(kustomized("1"), true, false))
                .isEqualTo(new Saved(
                        List.of(folder.resolve("kustomization.yaml")),
                        List.of(folder.resolve("service-entry.yaml"), folder.resolve("virtual-service.yaml"))));
    }

    @Test
    void somebody_elses_kustomization_is_an_ordinary_difference() throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "resources:\n- theirs.yaml\n");

        SaveResult result = new Saver().save(kustomized("1"), false, false);

        assertThat(((Differs) result).files().get(0).path()).isEqualTo(folder.resolve("kustomization.yaml"));
        assertThat(Listing.of(folder)).containsExactly("kustomization.yaml");
    }

    @Test
    void a_link_is_written_through_and_stays() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("x.yaml");
        Files.writeString(real, "a: 1\n");
        Files.createSymbolicLink(file, Path.of("real/x.yaml"));

        assertThat(overwrite("a: 2\n")).isEqualTo(new Saved(List.of(file), List.of()));

        assertThat(file).isSymbolicLink();
        assertThat(real).isRegularFile().hasContent("a: 2\n");
        assertThat(Listing.of(folder)).containsExactly("real", "webserver-egress.yaml");
    }

    @Test
    void a_link_to_nothing_yet_gets_its_file() throws IOException {
        Files.createSymbolicLink(folder.resolve("between.yaml"), Path.of("x.yaml"));
        Files.createSymbolicLink(file, Path.of("between.yaml"));

        assertThat(save("a: 1\n")).isInstanceOf(Saved.class);

        assertThat(file).isSymbolicLink();
        assertThat(folder.resolve("x.yaml")).hasContent("a: 1\n");
    }

    @Test
    void a_rehearsal_answers_alike_and_touches_nothing() throws IOException {
        SavePlan plan = plan(file, "a: 1\n");

        assertThat(new Saver().rehearse(plan, false, false)).isEqualTo(new Saved(List.of(file), List.of()));
        assertThat(Listing.of(folder)).isEmpty();
        given("a: 2\n");
        assertThat(new Saver().rehearse(plan, false, false)).isInstanceOf(Differs.class);
        assertThat(new Saver().rehearse(plan, true, false)).isEqualTo(new Saved(List.of(file), List.of()));
        assertThat(file).hasContent("a: 2\n");
    }

    @Test
    void a_byte_order_mark_and_odd_signs_come_back_as_they_went() {
        String text = "\ufeffa: \u0000\u2028\r\n\ud83d\ude00";
        save(text);

        assertThat(TextFiles.read(file, 1000)).isEqualTo(new TextRead.Text(text));
    }

    @Property(tries = 200, seed = "20261124")
    void whatever_is_saved_is_read_back_the_same(@ForAll String text) throws IOException {
        Path place = Files.createTempDirectory("egresso-property");
        try {
            Path target = place.resolve("x.yaml");
            SaveResult result = new Saver().save(plan(target, text), false, false);
            if (isUnicode(text)) {
                assertThat(result).isInstanceOf(Saved.class);
                assertThat(TextFiles.read(target, 1 << 20)).isEqualTo(new TextRead.Text(text));
                return;
            }
            assertThat(result).isEqualTo(new Refused(target.toString(), Obstacle.NOT_UNICODE, ""));
            assertThat(target).doesNotExist();
        } finally {
            Files.deleteIfExists(place.resolve("x.yaml"));
            Files.delete(place);
        }
    }

    private static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private void given(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, LONG_AGO);
    }

    private SaveResult save(String text) {
        return new Saver().save(plan(file, text), false, false);
    }

    private SaveResult overwrite(String text) {
        return new Saver().save(plan(file, text), true, false);
    }

    private FileDifference differing(String text) {
        return ((Differs) save(text)).files().get(0);
    }

    private static SavePlan plan(Path path, String text) {
        return new SavePlan(List.of(new PlannedFile(path, text)));
    }

    private SavePlan kustomized(String version) {
        List<Document> documents = List.of(
                new Document(Kind.SERVICE_ENTRY, "a", "a: " + version),
                new Document(Kind.VIRTUAL_SERVICE, "b", "b: 1"));
        return SavePlan.of(Layout.KUSTOMIZE, folder, documents, Optional.empty());
    }

    @Test
    void a_text_takes_the_place_of_the_one_that_it_was_made_from_and_of_no_other() throws IOException {
        Path file = folder.resolve("x.yaml");
        Files.writeString(file, "a: 1\n");
        SavePlan plan = new SavePlan(java.util.List.of(PlannedFile.changed(file, "a: 1\n", "a: 2\n")));
        Files.writeString(file, "a: 1\nb: 1\n");
        SaveResult refused = new Saver().save(plan, true, false);
        assertThat(refused).isInstanceOf(Refused.class);
        assertThat(((Refused) refused).obstacle()).isEqualTo(Obstacle.CHANGED_MEANWHILE);
        assertThat(file).hasContent("a: 1\nb: 1\n");
        Files.writeString(file, "a: 1\n");
        assertThat(new Saver().save(plan, true, false)).isInstanceOf(SaveResult.Saved.class);
        assertThat(file).hasContent("a: 2\n");
        Files.delete(file);
        assertThat(((Refused) new Saver().save(plan, true, false)).obstacle()).isEqualTo(Obstacle.MISSING);
    }
}
