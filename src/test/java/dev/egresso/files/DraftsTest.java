package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.egresso.files.DraftFound.Found;
import dev.egresso.files.DraftFound.None;
import dev.egresso.files.DraftKept.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T11:40:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path state;

    private Path folder;
    private Drafts drafts;

    @BeforeEach
    void the_drafts() {
        folder = state.resolve("egresso/drafts");
        drafts = Drafts.in(folder, CLOCK, new Random(1));
    }

    @Test
    void an_id_says_when_the_session_began() {
        DraftId id = drafts.newId();

        assertThat(id.text()).matches("20261124-114000-[0-9a-f]{4}");
        assertThat(drafts.newId()).isNotEqualTo(id);
        assertThat(DraftId.of(id.text())).contains(id);
    }

    @Test
    void an_id_is_never_a_path() {
        assertThat(DraftId.of("../../etc/passwd")).isEmpty();
        assertThat(DraftId.of("20261124-114000-4f2a/x")).isEmpty();
        assertThat(DraftId.of("20261124-114000-4f2a\n")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new DraftId("..")).withMessageContaining("is not like");
    }

    @Test
    void a_draft_is_kept_and_found_again() {
        DraftId id = drafts.newId();

        assertThat(drafts.save(id, "egresso: 1\n")).isEqualTo(new Kept(folder.resolve(id + ".yaml")));

        assertThat(text(drafts.load(Optional.of(id)))).isEqualTo("egresso: 1\n");
        assertThat(text(drafts.load(Optional.empty()))).isEqualTo("egresso: 1\n");
    }

    @Test
    void a_draft_is_for_its_owner_only() throws IOException {
        assumeTrue(Posix.isHere(state), "this system has no POSIX permissions");
        DraftId id = drafts.newId();
        drafts.save(id, "x");
        drafts.save(id, "y");

        assertThat(Posix.permissions(folder)).isEqualTo("rwx------");
        assertThat(Posix.permissions(folder.resolve(id + ".yaml"))).isEqualTo("rw-------");
    }

    @Test
    void a_folder_that_was_open_to_others_is_closed() throws IOException {
        assumeTrue(Posix.isHere(state), "this system has no POSIX permissions");
        Posix.permit(Files.createDirectories(folder), "rwxr-xr-x");

        drafts.save(drafts.newId(), "x");

        assertThat(Posix.permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void saving_again_replaces_the_draft_of_the_session_and_leaves_no_scrap() throws IOException {
        DraftId id = drafts.newId();
        drafts.save(id, "one");
        drafts.save(id, "two");

        assertThat(text(drafts.load(Optional.of(id)))).isEqualTo("two");
        assertThat(Listing.of(folder)).containsExactly(id + ".yaml");
    }

    @Test
    void the_draft_written_last_comes_first() throws IOException {
        DraftId early = kept("20261124-100000-0001", NOW.minusSeconds(10));
        DraftId late = kept("20261124-110000-0002", NOW.minusSeconds(20));
        DraftId twin = kept("20261124-110000-0003", NOW.minusSeconds(20));

        assertThat(drafts.list()).extracting(DraftEntry::id).containsExactly(early, twin, late);
        assertThat(drafts.list().get(0))
                .isEqualTo(new DraftEntry(early, NOW.minusSeconds(10), folder.resolve(early + ".yaml")));
        assertThat(drafts.load(Optional.empty()))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.draft().id()).isEqualTo(early));
    }

    @Test
    void there_may_be_no_draft() throws IOException {
        assertThat(drafts.load(Optional.empty())).isEqualTo(new None());
        assertThat(drafts.list()).isEmpty();
        kept("20261124-100000-0001", NOW);
        assertThat(drafts.load(Optional.of(new DraftId("20261124-100000-ffff"))))
                .isEqualTo(new None());
    }

    @Test
    void a_draft_that_cannot_be_read_is_told() throws IOException {
        DraftId id = kept("20261124-100000-0001", NOW);
        Files.write(folder.resolve(id + ".yaml"), new byte[] {'a', (byte) 0xff});

        assertThat(drafts.load(Optional.of(id)))
                .isEqualTo(new Refused(folder.resolve(id + ".yaml").toString(), Obstacle.NOT_UTF8, "1"));
    }

    @Test
    void a_deleted_draft_is_gone_and_may_be_deleted_twice() throws IOException {
        DraftId id = kept("20261124-100000-0001", NOW);

        assertThat(drafts.delete(id)).isEmpty();
        assertThat(drafts.delete(id)).isEmpty();
        assertThat(Listing.of(folder)).isEmpty();
    }

    @Test
    void the_newest_twenty_are_kept_and_what_others_put_there() throws IOException {
        for (int i = 0; i < 25; i++) {
            kept("20261124-1000%02d-0000".formatted(i), NOW.minusSeconds(100 - i));
        }
        Files.writeString(folder.resolve("notes.yaml"), "mine");
        DraftId id = drafts.newId();

        drafts.save(id, "x");

        assertThat(drafts.list()).hasSize(20);
        assertThat(drafts.list().get(1).id().text()).isEqualTo("20261124-100024-0000");
        assertThat(folder.resolve("notes.yaml")).exists();
    }

    @Test
    void the_draft_just_written_is_kept_even_if_the_others_claim_to_be_newer() throws IOException {
        for (int i = 0; i < 25; i++) {
            kept("20261124-1000%02d-0000".formatted(i), Instant.parse("2100-01-01T00:00:00Z"));
        }
        DraftId id = drafts.newId();

        drafts.save(id, "x");

        assertThat(text(drafts.load(Optional.of(id)))).isEqualTo("x");
        assertThat(drafts.list()).hasSize(20);
    }

    @Test
    void scraps_of_killed_sessions_go_after_an_hour() throws IOException {
        kept("20261124-100000-0001", NOW);
        Path old = scrap(".egresso-1.tmp", NOW.minus(Duration.ofHours(2)));
        Path young = scrap(".egresso-2.tmp", NOW.minus(Duration.ofMinutes(2)));

        drafts.save(drafts.newId(), "x");

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void a_folder_that_cannot_be_made_is_a_reason_and_no_exception() throws IOException {
        Files.writeString(state.resolve("egresso"), "a file");

        assertThat(drafts.save(drafts.newId(), "x"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.obstacle()).isEqualTo(Obstacle.PARENT_IS_FILE));
        assertThat(drafts.list()).isEmpty();
        assertThat(drafts.load(Optional.empty())).isInstanceOf(Refused.class);
        assertThat(drafts.delete(drafts.newId())).isPresent();
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_reason_and_no_exception() throws IOException {
        assumeTrue(Posix.isHere(state), "this system has no POSIX permissions");
        Posix.permit(state, "r-xr-xr-x");
        assumeFalse(Files.isWritable(state), "root may write everywhere");

        assertThat(drafts.save(drafts.newId(), "x"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.obstacle()).isEqualTo(Obstacle.NOT_WRITABLE));
    }

    @Test
    void a_place_where_nothing_can_be_made_is_a_reason_and_no_exception() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "this system has no /proc");

        assertThat(Drafts.in(Path.of("/proc/egresso/drafts"), CLOCK, new Random(1))
                        .save(drafts.newId(), "x"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_draft_that_fails_in_the_middle_leaves_the_one_before() throws IOException {
        DraftId id = drafts.newId();
        drafts.save(id, "before");
        for (String failing : List.of("createPrivate", "fill", "move")) {
            Disk disk = TroubledDisk.of((number, step) -> {
                if (step.equals(failing)) {
                    throw new IOException("No space left on device");
                }
            });

            assertThat(new Drafts(folder, CLOCK, new Random(1), disk).save(id, "after"))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.obstacle())
                            .isEqualTo(Obstacle.NO_SPACE));
            assertThat(text(drafts.load(Optional.of(id)))).isEqualTo("before");
            assertThat(Listing.of(folder)).containsExactly(id + ".yaml");
        }
    }

    @Test
    void half_a_character_does_not_cost_the_draft() {
        DraftId id = drafts.newId();
        drafts.save(id, "a: \ud83d");

        assertThat(text(drafts.load(Optional.of(id)))).isEqualTo("a: ?");
    }

    @Test
    void drafts_belong_into_the_state_folder() {
        Path home = state.resolve("home");
        Path elsewhere = state.resolve("state");

        assertThat(Drafts.usualFolder(Map.of(), home, "Linux")).isEqualTo(home.resolve(".local/state/egresso/drafts"));
        assertThat(Drafts.usualFolder(Map.of(), home, "Mac OS X"))
                .isEqualTo(home.resolve(".local/state/egresso/drafts"));
        assertThat(Drafts.usualFolder(Map.of("XDG_STATE_HOME", elsewhere.toString()), home, "Linux"))
                .isEqualTo(elsewhere.resolve("egresso/drafts"));
        assertThat(Drafts.usualFolder(Map.of("XDG_STATE_HOME", "relative"), home, "Linux"))
                .isEqualTo(home.resolve(".local/state/egresso/drafts"));
        assertThat(Drafts.usualFolder(Map.of("XDG_STATE_HOME", "a\0b"), home, "Linux"))
                .isEqualTo(home.resolve(".local/state/egresso/drafts"));
        assertThat(Drafts.usualFolder(Map.of("LOCALAPPDATA", elsewhere.toString()), home, "Windows 11"))
                .isEqualTo(elsewhere.resolve("egresso/drafts"));
        assertThat(Drafts.usualFolder(Map.of(), home, "Windows 11"))
                .isEqualTo(home.resolve("AppData/Local/egresso/drafts"));
    }

    private DraftId kept(String id, Instant time) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve(id + ".yaml"), "text of " + id);
        Files.setLastModifiedTime(file, FileTime.from(time));
        return new DraftId(id);
    }

    private Path scrap(String name, Instant time) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "half");
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private static String text(DraftFound found) {
        return ((Found) found).text();
    }
}
