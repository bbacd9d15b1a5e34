package dev.egresso;

import dev.egresso.screens.AnswersFile;
import dev.egresso.screens.Screens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The words and presets of this checkout, for tests. */
public final class Checkout {
    private Checkout() {}

    public static Screens screens() {
        return new Screens(name -> text(Path.of("screens").resolve(name)), Checkout::presets);
    }

    public static Map<String, AnswersFile> presets() {
        Map<String, AnswersFile> presets = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("presets"))) {
            files.forEach(file -> presets.put(
                    file.getFileName().toString().replace(".yaml", ""),
                    AnswersFile.read(file.toString(), text(file).orElseThrow())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return presets;
    }

    public static Optional<String> text(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
