package dev.egresso.cli;

import dev.egresso.files.FileDifference;
import dev.egresso.files.Refused;
import dev.egresso.files.SaveResult;
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
    private final SaveFiles files;

    Effects(SaveFiles files) {
        this.files = files;
    }

    Message copied(Session session, boolean taken) {
        return new Message.Noted(
                taken ? Ink.OK : Ink.WARNING, session.setup().screens().say(taken ? "copied" : "copied-not"));
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
