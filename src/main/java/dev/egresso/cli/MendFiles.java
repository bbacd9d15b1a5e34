package dev.egresso.cli;

import dev.egresso.files.PlannedFile;
import dev.egresso.files.Refused;
import dev.egresso.files.SavePlan;
import dev.egresso.files.SaveResult;
import dev.egresso.files.Saver;
import dev.egresso.plain.PlainText;
import dev.egresso.wizard.Mending;
import dev.egresso.wizard.MendingRows;
import dev.egresso.wizard.Styled;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** {@code check --fix}: shows what mending changes, and writes it when told so. */
final class MendFiles {
    private final ResourceFiles files;
    private final Mending mending;
    private final World world;
    private final Bundled bundled;
    private final MendingRows rows;

    MendFiles(ResourceFiles files, Mending mending, Bundled bundled) {
        this.files = files;
        this.mending = mending;
        this.world = bundled.world();
        this.bundled = bundled;
        this.rows = new MendingRows(mending, bundled.screens());
    }

    /** What changes, by whatever stream does not carry the data. */
    void show(boolean written, PrintStream to, PlainText plain) {
        print(rows.difference(files.set()), to, plain);
        print(rows.mended(), to, plain);
        print(written ? rows.kept() : rows.left(), to, plain);
    }

    private static void print(List<Styled> rows, PrintStream to, PlainText plain) {
        rows.forEach(row -> to.println(plain.of(row)));
    }

    String summary(boolean written) {
        return rows.summary(written);
    }

    /** The text of stdin as it is after mending, if it was read. */
    Optional<String> stdin() {
        String name = ResourceFiles.STDIN_NAME;
        return files.hasStdin()
                ? Optional.ofNullable(mending.texts().get(name))
                        .or(() -> files.set().text(name))
                : Optional.empty();
    }

    /** All files or none. @throws Refusal if a file is no longer what was read, or cannot be written */
    void write() {
        List<PlannedFile> changed = mending.texts().entrySet().stream()
                .filter(entry -> !files.hasStdin() || !entry.getKey().equals(ResourceFiles.STDIN_NAME))
                .map(entry -> PlannedFile.changed(
                        world.file(entry.getKey()).toAbsolutePath(),
                        files.set().text(entry.getKey()).orElseThrow(),
                        entry.getValue()))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        SaveResult result = new Saver().save(new SavePlan(changed), true, false);
        if (result instanceof Refused refused) {
            throw new Refusal(Exit.CANNOT_WRITE, SaveFiles.why(refused, bundled.screens()));
        }
    }
}
