package dev.egresso.files;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What became of a path that a person typed. */
public sealed interface TypedPath permits TypedPath.Meant, Refused {

    /**
     * The path that was meant.
     *
     * @param path absolute
     * @param folder it ended as the path of a folder does, so that no file of that name is meant
     */
    record Meant(Path path, boolean folder) implements TypedPath {}

    /**
     * @param base absolute, where relative paths begin
     * @param home absolute, what a leading {@code ~} stands for; the form has no shell that would expand it
     */
    static TypedPath of(String typed, Path base, Path home) {
        if (typed.isBlank()) {
            return new Refused(typed, Obstacle.PATH_UNUSABLE, "");
        }
        try {
            Path path = startsAtHome(typed) ? home.resolve(typed.replaceFirst("^~[/\\\\]*", "")) : base.resolve(typed);
            return new Meant(withoutDots(path), endsAsFolder(typed));
        } catch (InvalidPathException nonsense) {
            return new Refused(typed, Obstacle.PATH_UNUSABLE, nonsense.getReason());
        }
    }

    private static boolean startsAtHome(String typed) {
        return typed.equals("~") || typed.startsWith("~/") || typed.startsWith("~" + File.separator);
    }

    private static boolean endsAsFolder(String typed) {
        return typed.endsWith("/") || typed.endsWith(File.separator) || typed.matches("~|(.*/)?\\.\\.?");
    }

    /** Two dots stay: behind a link they lead elsewhere than their text says. */
    private static Path withoutDots(Path path) {
        for (Path name : path) {
            if (name.toString().equals("..")) {
                return path;
            }
        }
        return path.normalize();
    }
}
