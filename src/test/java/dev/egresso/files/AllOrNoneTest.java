package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.egresso.files.SaveResult.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllOrNoneTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final String OLD = "old\n".repeat(1000);
    private static final String NEW = "new\n".repeat(2000);

    @TempDir
    Path folder;

    private Path first;
    private Path fresh;
    private Path last;
    private SavePlan plan;

    @BeforeEach
    void two_old_files_and_a_new_one_between_them() throws IOException {
        first = folder.resolve("first.yaml");
        fresh = folder.resolve("fresh.yaml");
        last = folder.resolve("last.yaml");
        plan = new SavePlan(
                List.of(new PlannedFile(first, NEW), new PlannedFile(fresh, NEW), new PlannedFile(last, NEW)));
        for (Path old : List.of(first, last)) {
            Files.writeString(old, OLD);
            Files.setLastModifiedTime(old, LONG_AGO);
        }
    }

    @Test
    void a_process_killed_at_any_step_leaves_every_file_whole() throws IOException {
        for (int step = 0; step < 40; step++) {
            SaveResult result = new Saver(TroubledDisk.dyingAt(step)).save(plan, true, false);

            assertThat(Files.readString(first)).isIn(OLD, NEW);
            assertThat(Files.readString(last)).isIn(OLD, NEW);
            assertThat(Files.exists(fresh) ? Files.readString(fresh) : NEW).isEqualTo(NEW);
            assertThat(Listing.of(folder)).allMatch(name -> name.endsWith(".yaml") || name.startsWith(".egresso-"));
            if (result instanceof Saved) {
                assertThat(step).isGreaterThan(10);
                assertThat(Files.readString(fresh)).isEqualTo(NEW);
            }
            forgetScraps();
            Files.deleteIfExists(fresh);
            two_old_files_and_a_new_one_between_them();
        }
    }

    @Test
    void a_step_that_fails_at_any_place_leaves_all_as_it_was_and_no_scrap() throws IOException {
        Object inode = Files.getAttribute(first, "unix:ino");
        for (int step = 0; step < 30; step++) {
            int failing = step;
            SaveResult result = new Saver(TroubledDisk.of((number, name) -> {
                        if (number == failing && !name.equals("delete")) {
                            throw new IOException("No space left on device");
                        }
                    }))
                    .save(plan, true, false);
            if (result instanceof Saved) {
                Files.delete(fresh);
                two_old_files_and_a_new_one_between_them();
                inode = Files.getAttribute(first, "unix:ino");
                continue;
            }

            assertThat(((Refused) result).obstacle()).isEqualTo(Obstacle.NO_SPACE);
            assertThat(Listing.of(folder)).containsExactly("first.yaml", "last.yaml");
            for (Path old : List.of(first, last)) {
                assertThat(old).hasContent(OLD);
                assertThat(Files.getLastModifiedTime(old)).isEqualTo(LONG_AGO);
            }
            assertThat(Files.getAttribute(first, "unix:ino")).isEqualTo(inode);
        }
    }

    @Test
    void the_disk_runs_full_before_the_first_file_is_replaced() throws IOException {
        Disk full = TroubledDisk.of((number, name) -> {
            assertThat(name).isNotIn("move", "link");
            if (number > 4 && name.equals("fill")) {
                throw new IOException("No space left on device");
            }
        });

        assertThat(new Saver(full).save(plan, true, false))
                .isEqualTo(new Refused(fresh.toString(), Obstacle.NO_SPACE, "No space left on device"));
    }

    @Test
    void what_cannot_be_put_back_is_told_with_the_place_of_the_old_text() throws IOException {
        int[] moves = {0};
        Disk stubborn = TroubledDisk.of((number, name) -> {
            if (name.equals("move") && ++moves[0] > 1) {
                throw new IOException("stuck");
            }
        });

        Refused refused = (Refused) new Saver(stubborn).save(plan, true, false);

        assertThat(refused.obstacle()).isEqualTo(Obstacle.NOT_PUT_BACK);
        Path aside = Path.of(refused.detail().substring(refused.detail().indexOf(" <- ") + 4));
        assertThat(aside).hasContent(OLD);
        assertThat(Listing.of(folder)).hasSize(3);
    }

    @Test
    void a_bug_on_the_way_puts_back_too() throws IOException {
        Disk broken = TroubledDisk.of((number, name) -> {
            if (name.equals("settleFolder")) {
                throw new IllegalStateException("bug");
            }
        });

        assertThatThrownBy(() -> new Saver(broken).save(plan, true, false)).hasMessage("bug");

        assertThat(Listing.of(folder)).containsExactly("first.yaml", "last.yaml");
        assertThat(first).hasContent(OLD);
    }

    @Test
    void folders_made_for_a_save_that_fails_go_again() throws IOException {
        SavePlan deep = new SavePlan(List.of(
                new PlannedFile(folder.resolve("a/b/x.yaml"), NEW), new PlannedFile(folder.resolve("a/y.yaml"), NEW)));
        int[] links = {0};
        Disk failing = TroubledDisk.of((number, name) -> {
            if (name.equals("move") || name.equals("link") && ++links[0] > 1) {
                throw new IOException("No space left on device");
            }
        });

        assertThat(new Saver(failing).save(deep, false, true)).isInstanceOf(Refused.class);

        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void a_disk_without_links_does_by_copies_and_renames() throws IOException {
        Disk withoutLinks = TroubledDisk.of((number, name) -> {
            if (name.equals("link")) {
                throw new UnsupportedOperationException();
            }
        });

        assertThat(new Saver(withoutLinks).save(plan, true, false)).isInstanceOf(Saved.class);
        assertThat(Listing.of(folder)).containsExactly("first.yaml", "fresh.yaml", "last.yaml");
        assertThat(first).hasContent(NEW);
    }

    @Test
    void a_disk_without_links_puts_back_what_it_copied() throws IOException {
        int[] moves = {0};
        Disk withoutLinks = TroubledDisk.of((number, name) -> {
            if (name.equals("link")) {
                throw new UnsupportedOperationException();
            }
            if (name.equals("move") && ++moves[0] == 3) {
                throw new IOException("stuck");
            }
        });

        assertThat(((Refused) new Saver(withoutLinks).save(plan, true, false)).obstacle())
                .isEqualTo(Obstacle.SYSTEM);
        assertThat(first).hasContent(OLD);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(LONG_AGO);
        assertThat(Listing.of(folder)).containsExactly("first.yaml", "last.yaml");
    }

    @Test
    void a_folder_that_cannot_be_settled_is_no_reason_to_fail() {
        Disk unsettled = TroubledDisk.of((number, name) -> {
            if (name.equals("settleFolder")) {
                throw new IOException("not here");
            }
        });

        assertThat(new Saver(unsettled).save(plan, true, false)).isInstanceOf(Saved.class);
    }

    private void forgetScraps() throws IOException {
        for (String name : Listing.of(folder)) {
            if (name.startsWith(".egresso-")) {
                Files.delete(folder.resolve(name));
            }
        }
    }
}
