package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.files.SaveResult.Differs;
import dev.egresso.files.SaveResult.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RacingSaversTest {
    private static final String OLD = "old\n".repeat(1000);
    private static final String NEW = "new\n".repeat(2000);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void the_file() {
        file = folder.resolve("x.yaml");
    }

    @Test
    void a_file_made_by_somebody_else_in_the_last_moment_is_not_overwritten() throws IOException {
        Disk racing = TroubledDisk.of((number, name) -> {
            if (name.equals("link") && !Files.exists(file)) {
                Files.writeString(file, "theirs\n");
            }
        });
        SavePlan one = new SavePlan(List.of(new PlannedFile(file, NEW)));

        assertThat(new Saver(racing).save(one, false, false)).isInstanceOf(Differs.class);
        assertThat(file).hasContent("theirs\n");
        assertThat(Listing.of(folder)).containsExactly("x.yaml");
    }

    @Test
    void the_same_file_made_by_somebody_else_in_the_last_moment_is_as_good() throws IOException {
        Disk racing = TroubledDisk.of((number, name) -> {
            if (name.equals("link") && !Files.exists(file)) {
                Files.writeString(file, NEW);
            }
        });
        SavePlan one = new SavePlan(List.of(new PlannedFile(file, NEW)));

        assertThat(new Saver(racing).save(one, false, false)).isEqualTo(new Saved(List.of(), List.of(file)));
    }

    @Test
    void two_savers_of_one_new_file_leave_the_text_of_one_and_tell_the_other() throws Exception {
        for (int round = 0; round < 20; round++) {
            List<SaveResult> results = together(
                    new SavePlan(List.of(new PlannedFile(file, OLD))),
                    new SavePlan(List.of(new PlannedFile(file, NEW))),
                    false);

            assertThat(results).hasAtLeastOneElementOfType(Saved.class).hasAtLeastOneElementOfType(Differs.class);
            assertThat(Files.readString(file)).isEqualTo(results.get(0) instanceof Saved ? OLD : NEW);
            assertThat(Listing.of(folder)).containsExactly("x.yaml");
            Files.delete(file);
        }
    }

    @Test
    void two_savers_over_one_old_file_leave_one_whole_file() throws Exception {
        for (int round = 0; round < 20; round++) {
            Files.writeString(file, "older\n");
            List<SaveResult> results = together(
                    new SavePlan(List.of(new PlannedFile(file, OLD))),
                    new SavePlan(List.of(new PlannedFile(file, NEW))),
                    true);

            assertThat(results).hasOnlyElementsOfType(Saved.class);
            assertThat(Files.readString(file)).isIn(OLD, NEW);
            assertThat(Listing.of(folder)).containsExactly("x.yaml");
        }
    }

    private static List<SaveResult> together(SavePlan one, SavePlan other, boolean overwrite) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService savers = Executors.newFixedThreadPool(2);
        try {
            List<Future<SaveResult>> results = Stream.of(one, other)
                    .map(plan -> savers.submit(() -> {
                        start.await();
                        return new Saver().save(plan, overwrite, false);
                    }))
                    .toList();
            start.countDown();
            return List.of(results.get(0).get(), results.get(1).get());
        } finally {
            savers.shutdownNow();
        }
    }
}
