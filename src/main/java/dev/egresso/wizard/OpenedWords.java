package dev.egresso.wizard;

import dev.egresso.mesh.Place;
import dev.egresso.reopen.Changes;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.Kept;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.reopen.Refusal;
import dev.egresso.screens.Screens;
import dev.egresso.yaml.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What there is to say of opened files beside their texts, a row each. */
public final class OpenedWords {
    private final Screens screens;

    public OpenedWords(Screens screens) {
        this.screens = screens;
    }

    /** Which files would be written, and how many of their lines. */
    String changed(OpenedSet opened, EditedSet edited) {
        List<String> files = new ArrayList<>();
        long lines = 0;
        for (Map.Entry<String, String> text : edited.texts().entrySet()) {
            TextDifference difference = TextDifference.between(opened.onDisk().get(text.getKey()), text.getValue());
            if (!difference.isEmpty()) {
                files.add(text.getKey());
                lines += Math.max(
                        difference.count(TextDifference.Kind.ADDED), difference.count(TextDifference.Kind.REMOVED));
            }
        }
        return screens.say("opened-changed", "files", String.join(", ", files), "lines", Counted.of(lines, "line"));
    }

    /** What a changed answer would have changed, and what stays all the same. */
    public List<String> of(Changes changes) {
        List<String> rows = new ArrayList<>();
        for (Kept kept : changes.kept()) {
            rows.add(screens.say(
                    kept.place().exists() ? "opened-kept" : "opened-kept-unsaid",
                    "line",
                    line(kept.place()),
                    "field",
                    kept.field().id(),
                    "path",
                    kept.place().path().toString(),
                    "text",
                    kept.place().textOrEmpty()));
        }
        changes.staying()
                .forEach(manifest -> rows.add(screens.say(
                        "opened-stays", "resource", Place.of(manifest).resource())));
        changes.named()
                .forEach(manifest -> rows.add(screens.say(
                        "opened-named", "resource", Place.of(manifest).resource())));
        return rows;
    }

    /** Files that hold no resource any more. */
    public List<String> emptied(OpenedSet opened, EditedSet edited) {
        return edited.texts().entrySet().stream()
                .filter(text -> text.getValue().isBlank()
                        && !opened.texts().get(text.getKey()).isBlank())
                .map(text -> screens.say("opened-emptied", "file", text.getKey()))
                .toList();
    }

    public String of(Refusal refusal) {
        return line(refusal.place())
                + screens.say("opened-refused", "place", refusal.place().path().toString(), "why", refusal.why());
    }

    private static String line(Place place) {
        return place.read().map(read -> read.file() + ":" + read.line() + ": ").orElse("");
    }
}
