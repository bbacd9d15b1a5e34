package dev.egresso.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.egresso.files.SaveResult.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnershipTest {
    @TempDir
    Path folder;

    private Path first;
    private Path fresh;
    private Path last;

    @BeforeEach
    void two_old_files_and_a_new_one() throws IOException {
        assumeTrue(Posix.isHere(folder), "this system has no POSIX permissions");
        first = Files.writeString(folder.resolve("first.yaml"), "old");
        fresh = folder.resolve("fresh.yaml");
        last = Files.writeString(folder.resolve("last.yaml"), "old");
    }

    @Test
    void a_replaced_file_keeps_its_permissions_and_a_new_one_gets_the_usual() throws IOException {
        Posix.permit(first, "rw-------");
        Posix.permit(last, "rwxrwxrwx");
        Path usual = Files.createFile(folder.resolve("usual"));

        assertThat(new Saver().save(plan(first, fresh, last), true, false)).isInstanceOf(Saved.class);

        assertThat(Posix.permissions(first)).isEqualTo("rw-------");
        assertThat(Posix.permissions(last)).isEqualTo("rwxrwxrwx");
        assertThat(Posix.permissions(fresh)).isEqualTo(Posix.permissions(usual));
    }

    @Test
    void the_new_text_of_a_private_file_is_never_open_to_others() throws IOException {
        Posix.permit(first, "rw-------");
        Disk watched = TroubledDisk.of((number, name) -> {
            for (String scrap : Listing.of(folder)) {
                if (scrap.startsWith(".egresso-")) {
                    assertThat(Posix.permissions(folder.resolve(scrap))).isEqualTo("rw-------");
                }
            }
        });

        new Saver(watched).save(plan(first), true, false);

        assertThat(first).hasContent("new");
    }

    @Test
    void a_replaced_file_keeps_its_owner_and_group_if_root_saves() throws IOException {
        assumeTrue(Files.getOwner(folder).getName().equals("root"), "only root may give a file away");
        Files.setAttribute(first, "unix:uid", 65534);
        Files.setAttribute(first, "unix:gid", 65534);

        new Saver().save(plan(first, fresh, last), true, false);

        assertThat(Files.getAttribute(first, "unix:uid")).isEqualTo(65534);
        assertThat(Files.getAttribute(first, "unix:gid")).isEqualTo(65534);
    }

    @Test
    void a_group_that_cannot_be_kept_does_not_let_another_one_in() throws IOException {
        assumeFalse(Files.getOwner(folder).getName().equals("root"), "root may set any group");
        GroupPrincipal roots =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName("root");

        new Ownership(Files.getOwner(first), roots, PosixFilePermissions.fromString("rw-rwxr--")).giveTo(first);

        assertThat(Posix.permissions(first)).isEqualTo("rw-r--r--");
    }

    private static SavePlan plan(Path... files) {
        return new SavePlan(
                Stream.of(files).map(file -> new PlannedFile(file, "new")).toList());
    }
}
