package dev.egresso.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where this user's drafts and receipts belong: by the XDG rules, on macOS too; in local application data on Windows. */
final class StateFolder {
    private StateFolder() {}

    static Path of(Map<String, String> environment, Path home, String osName) {
        boolean windows = osName.toLowerCase(Locale.ROOT).startsWith("windows");
        String variable = windows ? "LOCALAPPDATA" : "XDG_STATE_HOME";
        Path otherwise = windows
                ? home.resolve("AppData").resolve("Local")
                : home.resolve(".local").resolve("state");
        return absolute(environment.getOrDefault(variable, ""), home)
                .orElse(otherwise)
                .resolve("egresso");
    }

    /** The XDG rules tell to ignore a relative path. */
    private static Optional<Path> absolute(String text, Path home) {
        try {
            return Optional.of(home.getFileSystem().getPath(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException nonsense) {
            return Optional.empty();
        }
    }
}
