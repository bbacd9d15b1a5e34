package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.egresso.TempFolder;
import dev.egresso.mesh.Kind;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Entry;
import dev.egresso.rollout.LiveObject;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private static final Instant TIME = Instant.parse("2026-11-24T11:40:00Z");
    private static final long NOBODY = Long.MAX_VALUE;

    private final TempFolder folder = TempFolder.create();
    private final Path path = folder.file("state/egresso/receipts");

    @AfterEach
    void end() {
        folder.close();
    }

    private Receipts receipts(long process) {
        return new Receipts(path, Clock.fixed(TIME, ZoneOffset.UTC), () -> new Random(7), new RealDisk(), process);
    }

    private static Receipt receipt(String id, Receipt.State state) {
        LiveObject object = LiveObject.read("{\"kind\":\"Service\",\"metadata\":{\"name\":\"é\",\"n\":1.50}}")
                .orElseThrow();
        Entry entry = new Entry(
                new Address("v1", Kind.SERVICE, "shop", "webserver"),
                "kind: Service\n",
                Optional.of(object),
                Optional.empty(),
                Optional.of(object),
                Entry.Mark.DONE);
        return new Receipt(
                id,
                Receipt.Act.APPLY,
                Optional.empty(),
                true,
                "webserver",
                TIME,
                "jane",
                new Site("kind-dev", "kind", "https://127.0.0.1:6443", "jane@example.com", true),
                state,
                List.of(entry));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_receipt_reads_back_as_it_was() {
        Receipts receipts = receipts(1);
        Receipt receipt = receipt(receipts.newId(), Receipt.State.DONE);
        assertThat(receipts.keep(receipt)).isTrue();
        assertThat(receipts.history().receipts()).containsExactly(receipt);
    }

    @Test
    void only_its_owner_may_read_it() throws IOException {
        Receipts receipts = receipts(1);
        receipts.keep(receipt("20261124-114000-4f2a", Receipt.State.BEGUN));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve(names().get(0)))))
                .isEqualTo("rw-------");
    }

    @Test
    void what_a_process_that_is_gone_began_is_abandoned_until_it_is_closed() throws IOException {
        String id = "20261124-114000-4f2a";
        assertThat(receipts(1).hasAbandoned()).isFalse();
        receipts(NOBODY).keep(receipt(id, Receipt.State.BEGUN));
        assertThat(receipts(1).hasAbandoned()).isTrue();
        assertThat(receipts(1).abandoned()).containsExactly(receipt(id, Receipt.State.BEGUN));
        receipts(1).keep(receipt(id, Receipt.State.PUT_BACK));
        assertThat(receipts(1).hasAbandoned()).isFalse();
        assertThat(names()).containsExactly(id + ".json");
    }

    @Test
    void what_another_window_is_doing_is_not_abandoned() {
        long alive = ProcessHandle.current().pid();
        receipts(alive).keep(receipt("20261124-114000-4f2a", Receipt.State.BEGUN));
        assertThat(receipts(1).hasAbandoned()).isFalse();
        assertThat(receipts(1).history().open()).hasSize(1);
    }

    @Test
    void what_this_window_could_not_bring_to_an_end_is_asked_about_before_anything_else() {
        long alive = ProcessHandle.current().pid();
        receipts(alive).keep(receipt("20261124-114000-4f2a", Receipt.State.BEGUN));
        assertThat(receipts(alive).abandoned()).hasSize(1);
    }

    @Test
    void one_at_a_time_changes_a_cluster_and_others_are_not_kept_from_other_clusters() {
        Receipts ours = receipts(1);
        Receipts others = receipts(2);
        boolean elsewhere = ours.turn("https://one:6443").orElseThrow().during(() -> {
            assertThat(others.turn("https://one:6443")).isEmpty();
            return others.turn("https://two:6443").orElseThrow().during(() -> true);
        });
        assertThat(elsewhere).isTrue();
        assertThat(others.turn("https://one:6443").orElseThrow().during(() -> true))
                .isTrue();
        assertThat(ours.history().receipts()).isEmpty();
    }

    @Test
    void whoever_goes_on_with_it_takes_it_over() throws IOException {
        String id = "20261124-114000-4f2a";
        receipts(NOBODY).keep(receipt(id, Receipt.State.BEGUN));
        long alive = ProcessHandle.current().pid();
        receipts(alive).keep(receipt(id, Receipt.State.BEGUN));
        assertThat(names()).containsExactly(id + "." + alive + ".open.json");
    }

    @Test
    void what_is_no_receipt_is_passed_over() throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve("20261124-114000-4f2a.json"), "{}");
        Files.writeString(path.resolve("notes.json"), "not a receipt");
        assertThat(receipts(1).history().receipts()).isEmpty();
        assertThat(receipts(1).hasAbandoned()).isFalse();
    }

    @Test
    void where_nothing_can_be_written_that_is_said() {
        folder.write("state", "a file");
        assertThat(receipts(1).keep(receipt("20261124-114000-4f2a", Receipt.State.BEGUN)))
                .isFalse();
    }
}
