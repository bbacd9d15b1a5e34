package dev.egresso.cli;

import dev.egresso.screens.AnswersFile;
import dev.egresso.screens.BadText;
import dev.egresso.screens.Screens;
import dev.egresso.screens.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The words and presets that came with the program, with a company's own in front of them where a folder is given.
 */
final class Bundled {
    private static final String ENDING = ".yaml";

    private final World world;
    private final Optional<Path> presetsFolder;
    private final Screens screens;

    Bundled(World world, Optional<Path> screensFolder, Optional<Path> presetsFolder) {
        this.world = world;
        this.presetsFolder = presetsFolder;
        this.screens = new Screens(source("screens", screensFolder), this::presets);
    }

    World world() {
        return world;
    }

    Screens screens() {
        return screens;
    }

    /** @throws Refusal for a name that no preset has */
    AnswersFile preset(String name) {
        String file = name + ENDING;
        Optional<String> text = isName(name) ? source("presets", presetsFolder).text(file) : Optional.empty();
        return AnswersFile.read(
                "presets/" + file,
                text.orElseThrow(() -> new Refusal(
                        Exit.BAD_INPUT,
                        "There is no preset " + name + ".",
                        "There are: " + String.join(", ", presetNames()) + ".")));
    }

    /** Whether a preset may be called so: a word that needs no quotes on a command line. */
    private static boolean isName(String name) {
        return name.matches("[A-Za-z0-9._-]+");
    }

    /** All presets by name. */
    Map<String, AnswersFile> presets() {
        Map<String, AnswersFile> presets = new LinkedHashMap<>();
        presetNames().forEach(name -> presets.put(name, preset(name)));
        return presets;
    }

    private List<String> presetNames() {
        TreeSet<String> names = new TreeSet<>();
        presetsFolder.ifPresent(folder -> names.addAll(names(folder)));
        names.addAll(namesThatCameAlong());
        return new ArrayList<>(names);
    }

    private static List<String> namesThatCameAlong() {
        try {
            Path code = Path.of(Bundled.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(code)) {
                return names(code.resolve("presets"));
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return names(jar.getPath("presets"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(Bundled::isName)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new Refusal(Exit.BAD_INPUT, "The folder " + folder + " cannot be read.", "Name one that exists.");
        }
    }

    private static Source source(String bundledFolder, Optional<Path> ownFolder) {
        return name -> {
            Optional<Path> own = ownFolder.map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
            try {
                return own.isPresent()
                        ? Optional.of(Files.readString(own.get()))
                        : resource(bundledFolder + "/" + name);
            } catch (IOException unreadable) {
                throw new BadText(
                        String.valueOf(own.map(Path::toString).orElse(name)), 1, "cannot be read as UTF-8 text");
            }
        };
    }

    private static Optional<String> resource(String name) throws IOException {
        try (InputStream stream = Bundled.class.getResourceAsStream("/" + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
