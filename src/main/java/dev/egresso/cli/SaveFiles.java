package dev.egresso.cli;

import dev.egresso.files.FileDifference;
import dev.egresso.files.PlannedFile;
import dev.egresso.files.Refused;
import dev.egresso.files.SavePlan;
import dev.egresso.files.SaveResult;
import dev.egresso.files.Saver;
import dev.egresso.files.TypedPath;
import dev.egresso.mesh.Bundle;
import dev.egresso.reopen.EditedSet;
import dev.egresso.reopen.OpenedSet;
import dev.egresso.screens.AnswersFile;
import dev.egresso.screens.Screens;
import dev.egresso.wizard.SaveSpec;
import dev.egresso.yaml.Document;
import dev.egresso.yaml.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the resources of a route to where a person said, for the wizard and for {@code render --save} alike. */
final class SaveFiles {
    private final World world;
    private final Bundled bundled;

    SaveFiles(Bundled bundled) {
        this.bundled = bundled;
        this.world = bundled.world();
    }

    /** What became of it. A path that names no file is refused like one that cannot be written. */
    SaveResult save(Bundle bundle, SaveSpec spec, boolean overwrite, boolean makeFolders) {
        TypedPath typed = TypedPath.of(spec.path(), world.folder(), world.home());
        if (typed instanceof Refused refused) {
            return refused;
        }
        SavePlan plan = SavePlan.of(
                spec.layout(),
                target((TypedPath.Meant) typed, spec),
                documents(bundle, spec.comments()),
                spec.answers() ? Optional.of(AnswersFile.text(bundle.answers())) : Optional.empty());
        return new Saver().save(plan, overwrite, makeFolders);
    }

    /** Writes what changed back into opened files, all or none; a file that is another one by now is left alone. */
    SaveResult saveBack(OpenedSet opened, EditedSet edited) {
        List<PlannedFile> changed = edited.texts().entrySet().stream()
                .filter(text -> !text.getValue().equals(opened.onDisk().get(text.getKey())))
                .map(text -> PlannedFile.changed(
                        world.file(text.getKey()).toAbsolutePath(),
                        opened.onDisk().get(text.getKey()),
                        text.getValue()))
                .toList();
        return changed.isEmpty()
                ? new SaveResult.Saved(
                        List.of(),
                        edited.texts().keySet().stream().map(world::file).toList())
                : new Saver().save(new SavePlan(changed), true, false);
    }

    /** Writes one text to where a person said. */
    SaveResult save(String text, String path, boolean overwrite) {
        TypedPath typed = TypedPath.of(path, world.folder(), world.home());
        return typed instanceof TypedPath.Meant meant
                ? new Saver().save(new SavePlan(List.of(new PlannedFile(meant.path(), text))), overwrite, true)
                : (Refused) typed;
    }

    /** A folder given for a single file takes the usual name inside it. */
    private static Path target(TypedPath.Meant typed, SaveSpec spec) {
        return typed.folder() && spec.layout() == Layout.FILE ? typed.path().resolve("egress.yaml") : typed.path();
    }

    List<Document> documents(Bundle bundle, boolean comments) {
        return RenderCommand.documents(bundle, comments, bundled);
    }

    /** How many lines the resources take. */
    int lines(Bundle bundle, boolean comments) {
        return documents(bundle, comments).stream()
                .mapToInt(document -> (int) document.text().lines().count())
                .sum();
    }

    /** The path as a person would write it from where they are. */
    String shown(Path path) {
        return path.startsWith(world.folder()) && !path.equals(world.folder())
                ? "./" + world.folder().relativize(path)
                : path.toString();
    }

    static String why(Refused refused, Screens screens) {
        String detail = refused.detail().isBlank() ? "" : " (" + refused.detail() + ")";
        return screens.say("obstacle-" + refused.reasonId(), "path", refused.path(), "detail", detail);
    }

    static String unified(FileDifference file, String name) {
        return file.difference().unified(name, name + " (new)");
    }

    /** Says what was written. @throws Refusal where nothing was, with why */
    void said(SaveResult result) {
        World world = bundled.world();
        if (result instanceof SaveResult.Differs differs) {
            for (FileDifference file : differs.files()) {
                unified(file, shown(file.path())).lines().forEach(world::say);
            }
            throw new Refusal(
                    Exit.CANNOT_WRITE,
                    "Nothing was written: what is there says something else, as shown.",
                    "--overwrite puts the new text in its place.");
        }
        if (result instanceof Refused refused) {
            throw new Refusal(Exit.CANNOT_WRITE, why(refused, bundled.screens()));
        }
        SaveResult.Saved saved = (SaveResult.Saved) result;
        saved.written().forEach(path -> world.say("Saved " + shown(path) + "."));
        saved.unchanged().forEach(path -> world.say(shown(path) + " says the same already."));
    }
}
