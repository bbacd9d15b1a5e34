package dev.egresso.cli;

import dev.egresso.files.FileDifference;
import dev.egresso.files.Refused;
import dev.egresso.files.SaveResult;
import dev.egresso.screens.AnswersFile;
import dev.egresso.screens.BadText;
import dev.egresso.terminal.FullScreen;
import dev.egresso.wizard.DifferenceRows;
import dev.egresso.wizard.Effect;
import dev.egresso.wizard.Ink;
import dev.egresso.wizard.Message;
import dev.egresso.wizard.Session;
import dev.egresso.wizard.Styled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Carries out what a session wants from the world, and brings back what came of it. */
final class Effects {
    /** An editor that no person sits at would go on for ever. */
    private static final int MOST_ATTEMPTS = 9;

    private static final String REASON = "# To be mended: ";

    private final SaveFiles files;
    private final Editor editor;

    Effects(SaveFiles files, Editor editor) {
        this.files = files;
        this.editor = editor;
    }

    Message copied(Session session, boolean taken) {
        return new Message.Noted(
                taken ? Ink.OK : Ink.WARNING, session.setup().screens().say(taken ? "copied" : "copied-not"));
    }

    /**
     * Opens the person's editor, and again with the reason on top while what comes back is no answers file; leaving it as it
     * was gives up.
     */
    Message edit(Session session, Effect.Edit edit, FullScreen screen) {
        String text = edit.text();
        try {
            for (int attempt = 1; ; attempt++) {
                String given = text;
                String edited = screen.outside(() -> editor.edited(given));
                try {
                    return new Message.Edited(
                            AnswersFile.read("answers", edited).answers());
                } catch (BadText bad) {
                    if (edited.equals(given) || attempt == MOST_ATTEMPTS) {
                        return new Message.Noted(Ink.ERROR, bad.getMessage());
                    }
                    text = REASON + bad.getMessage() + "\n" + edited.replaceAll("(?m)^" + REASON + ".*\n", "");
                }
            }
        } catch (Exception trouble) {
            return new Message.Noted(
                    Ink.ERROR, session.setup().screens().say("edit-not", "why", String.valueOf(trouble.getMessage())));
        }
    }

    Message save(Session session, Effect.Save save) {
        SaveResult result = files.save(save.bundle(), save.spec(), save.overwrite(), save.makeFolders());
        if (result instanceof SaveResult.Saved saved) {
            return saved(save, saved);
        }
        if (result instanceof SaveResult.Differs differs) {
            return new Message.SaveDiffers(save.spec(), difference(differs.files()));
        }
        if (result instanceof SaveResult.FolderMissing missing) {
            return new Message.FolderMissing(save.spec(), files.shown(missing.folder()));
        }
        return new Message.SaveRefused(
                save.spec(), SaveFiles.why((Refused) result, session.setup().screens()));
    }

    Message writeBack(Session session, Effect.WriteBack back) {
        SaveResult result = files.saveBack(back.opened(), back.edited());
        if (result instanceof SaveResult.Saved saved) {
            return new Message.WrittenBack(
                    saved.written().stream().map(files::shown).toList());
        }
        return new Message.NotWrittenBack(
                SaveFiles.why((Refused) result, session.setup().screens()));
    }

    private Message saved(Effect.Save save, SaveResult.Saved saved) {
        List<String> paths = Stream.concat(saved.written().stream(), saved.unchanged().stream())
                .map(files::shown)
                .toList();
        int lines = files.lines(save.bundle(), save.spec().comments());
        return new Message.Saved(paths, lines, saved.written().isEmpty());
    }

    private List<Styled> difference(List<FileDifference> differing) {
        List<Styled> rows = new ArrayList<>();
        for (FileDifference file : differing) {
            Path path = file.path();
            rows.addAll(DifferenceRows.of(SaveFiles.unified(file, files.shown(path))));
        }
        return rows;
    }
}
