package dev.egresso.cli;

import dev.egresso.yaml.ReadSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code doctor} is given: a text, and resources. Which is which is decided by what is there, as a person would.
 *
 * @param names of the resources, as the command line names them
 */
record SymptomInput(String text, ResourceFiles files, List<String> names) {
    private static final String STDIN = "-";
    /** More of a log than this says nothing new. */
    private static final int LONGEST = 8 * 1024 * 1024;

    /** @throws Refusal where there is no text, or a file is not there */
    static SymptomInput of(List<String> words, World world) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean stdin = false;
        for (String word : words) {
            if (word.equals(STDIN)) {
                stdin = true;
            } else if (!isThere(word, world)) {
                texts.add(said(word));
            } else if (holdsResources(word, world)) {
                names.add(word);
            } else {
                texts.add(content(word, world));
            }
        }
        boolean ofStdin = texts.isEmpty();
        if (ofStdin) {
            texts.add(typed(stdin, world));
        } else if (stdin) {
            names.add(STDIN);
        }
        String text = String.join(" ", texts);
        if (text.isBlank()) {
            throw new Refusal(
                    Exit.USAGE,
                    "There is no text to go by.",
                    "Say it in quotes, egresso doctor \"503 UF\", or pipe it: kubectl logs POD -c istio-proxy | egresso doctor");
        }
        ResourceFiles files =
                names.isEmpty() ? new ResourceFiles(ReadSet.empty(), 0, false) : ResourceFiles.read(names, world);
        if (!files.set().faults().isEmpty()) {
            files.talk(world);
            throw new Refusal(Exit.BAD_INPUT, "Nothing was looked into, since not all of it could be read.");
        }
        return new SymptomInput(text, files, names);
    }

    private static String typed(boolean asked, World world) {
        if (world.interactive()) {
            if (!asked) {
                throw new Refusal(
                        Exit.USAGE,
                        "Which symptom? Say it in quotes: egresso doctor \"503 UF\" [FILE...]",
                        "Or paste it: egresso doctor - [FILE...], and end with Ctrl-D.");
            }
            world.say("Paste the text and end with Ctrl-D.");
        }
        try {
            return new String(world.in().readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new Refusal(Exit.BAD_INPUT, "stdin cannot be read.");
        }
    }

    /** A word that can only be meant as a file is one, also if it is not there. */
    private static String said(String word) {
        if (word.matches("[\\w./~-]{1,200}\\.(?:ya?ml|json|log|txt)") || word.matches("[\\w.~-]{1,100}/")) {
            throw new Refusal(Exit.BAD_INPUT, "There is no file or folder " + word + ".");
        }
        return word;
    }

    private static boolean isThere(String word, World world) {
        try {
            return word.length() < 4096
                    && word.indexOf('\n') < 0
                    && Files.exists(world.folder().resolve(word));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static boolean holdsResources(String name, World world) {
        Path path = world.folder().resolve(name);
        if (Files.isDirectory(path) || name.matches(".*\\.ya?ml")) {
            return true;
        }
        String content = content(name, world);
        return content.contains("apiVersion")
                && content.contains("kind")
                && !ResourceFiles.read(List.of(name), world).set().manifests().isEmpty();
    }

    private static String content(String name, World world) {
        try (var in = Files.newInputStream(world.folder().resolve(name))) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new Refusal(Exit.BAD_INPUT, name + " cannot be read.");
        }
    }
}
