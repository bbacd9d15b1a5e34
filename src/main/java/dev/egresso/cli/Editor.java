package dev.egresso.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The person's own editor, as {@code VISUAL} or {@code EDITOR} names it, on a file that only they may read. */
final class Editor {
    private final World world;

    Editor(World world) {
        this.world = world;
    }

    /**
     * The text as it was left in the editor.
     *
     * @throws IOException if there is no such editor, or it says that something went wrong
     */
    String edited(String text) throws IOException, InterruptedException {
        Path file = Files.createTempFile("egresso-", ".answers.yaml");
        try {
            Files.writeString(file, text);
            int exit = new ProcessBuilder(command(file)).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IOException(name() + " ended with " + exit);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private String name() {
        String usual = isWindows() ? "notepad" : "vi";
        return world.variable("VISUAL").or(() -> world.variable("EDITOR")).orElse(usual);
    }

    /** The variable may hold options, so a shell takes it apart. */
    private String[] command(Path file) {
        return isWindows()
                ? new String[] {"cmd", "/c", name(), file.toString()}
                : new String[] {"sh", "-c", name() + " \"$1\"", "egresso", file.toString()};
    }

    private boolean isWindows() {
        return world.os().toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
