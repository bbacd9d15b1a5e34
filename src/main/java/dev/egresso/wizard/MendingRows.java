package dev.egresso.wizard;

import dev.egresso.check.Finding;
import dev.egresso.mesh.Origin;
import dev.egresso.screens.Screens;
import dev.egresso.yaml.ReadSet;
import dev.egresso.yaml.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What mending does to files: the difference, what it mends, and what it leaves and why. */
public final class MendingRows {
    private final Mending mending;
    private final Screens screens;

    public MendingRows(Mending mending, Screens screens) {
        this.mending = mending;
        this.screens = screens;
    }

    /** @param before the files as they were read */
    public List<Styled> difference(ReadSet before) {
        List<Styled> rows = new ArrayList<>();
        mending.texts()
                .forEach((file, text) -> rows.addAll(DifferenceRows.of(
                        TextDifference.between(before.text(file).orElse(""), text)
                                .unified(file, file + " (" + screens.say("mend-new") + ")"))));
        return rows;
    }

    /** One row for each finding that led to a change. */
    public List<Styled> mended() {
        return mending.mended().stream()
                .map(finding -> row(screens.say("mend-mends"), Ink.OK, finding, ""))
                .toList();
    }

    /** One row for each finding that stays. */
    public List<Styled> left() {
        return mending.findings().stream()
                .map(finding -> row(
                        screens.say("mend-leaves"),
                        Ink.WARNING,
                        finding,
                        Optional.ofNullable(mending.kept().get(finding))
                                .map(why -> screens.say("mend-kept", "why", why))
                                .orElse("")))
                .toList();
    }

    /** One row for each finding that a text did not let mend. */
    public List<Styled> kept() {
        return mending.kept().entrySet().stream()
                .map(entry -> row(
                        screens.say("mend-leaves"),
                        Ink.WARNING,
                        entry.getKey(),
                        screens.say("mend-kept", "why", entry.getValue())))
                .toList();
    }

    private Styled row(String word, Ink ink, Finding finding, String more) {
        String where = finding.place().read().map(read -> place(read)).orElseGet(() -> finding.place()
                .toString());
        Said said = Said.of(finding, screens.words());
        return Styled.of(word + " ", ink)
                .plus(Visible.of(where) + ": ", Ink.STRONG)
                .plus(Visible.of(said.what()))
                .plus(" [" + finding.rule() + "]", Ink.DIM)
                .plus(Visible.of(more));
    }

    private static String place(Origin.Read read) {
        return read.file() + ":" + read.line();
    }

    /** How much was or would be mended, and how to have it written. */
    public String summary(boolean written) {
        if (mending.mended().isEmpty()) {
            return screens.say("mend-nothing");
        }
        return screens.say(
                written ? "mend-written" : "mend-offered",
                "findings",
                counted(mending.mended().size(), "finding"),
                "files",
                counted(mending.texts().size(), "file"));
    }

    private static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
