package dev.egresso.files;

import dev.egresso.mesh.Kind;
import dev.egresso.yaml.Document;
import dev.egresso.yaml.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files a save would leave behind, before anything is touched. All of them lie in one folder, and no name of a
 * resource can lead out of it.
 */
public record SavePlan(List<PlannedFile> files) {
    private static final String KUSTOMIZATION = "kustomization.yaml";
    private static final int LONGEST_NAME_IN_A_FILE_NAME = 200;

    public SavePlan {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a plan without a file");
        }
        if (files.stream().anyMatch(file -> !file.path().isAbsolute())) {
            throw new IllegalArgumentException("a plan needs absolute paths, as TypedPath makes them: " + files);
        }
    }

    /**
     * @param target an absolute path: of the file, or of the folder if the layout has one
     * @param answersText goes into a file beside the resources, so that they can be made again without questions
     */
    public static SavePlan of(Layout layout, Path target, List<Document> documents, Optional<String> answersText) {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("a plan without a resource");
        }
        List<PlannedFile> files = new ArrayList<>(
                switch (layout) {
                    case FILE -> List.of(new PlannedFile(target, joined(documents)));
                    case SPLIT -> split(target, documents);
                    case KUSTOMIZE -> kustomized(target, documents);
                });
        answersText.ifPresent(text -> files.add(new PlannedFile(answersFile(layout, target), text)));
        return new SavePlan(files);
    }

    /** Where the answers go, for the command that makes the resources again. */
    public static Path answersFile(Layout layout, Path target) {
        Path name = target.getFileName();
        if (layout != Layout.FILE || name == null) {
            return target.resolve("egresso.answers.yaml");
        }
        return target.resolveSibling(name.toString().replaceFirst("\\.ya?ml$", "") + ".answers.yaml");
    }

    private static String joined(List<Document> documents) {
        return documents.stream().map(Document::text).collect(Collectors.joining("---\n"));
    }

    private static List<PlannedFile> split(Path folder, List<Document> documents) {
        List<PlannedFile> files = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Document document : documents) {
            String name = fileName(document, documents, taken);
            files.add(new PlannedFile(folder.resolve(name), document.text()));
        }
        return files;
    }

    private static List<PlannedFile> kustomized(Path folder, List<Document> documents) {
        List<PlannedFile> files = split(folder, documents);
        String resources = files.stream()
                .map(file -> "- " + file.path().getFileName() + "\n")
                .collect(Collectors.joining());
        String text = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n" + resources;
        files.add(new PlannedFile(folder.resolve(KUSTOMIZATION), text));
        return files;
    }

    /** The kind alone, as long as it is the only one; else its name as well, and a number if that is not enough. */
    private static String fileName(Document document, List<Document> documents, Set<String> taken) {
        long ofThisKind = documents.stream()
                .filter(other -> other.kind() == document.kind())
                .count();
        String stem = kebab(document.kind()) + (ofThisKind == 1 ? "" : "-" + harmless(document.name()));
        String name = stem;
        for (int number = 2; !taken.add(name); number++) {
            name = stem + "-" + number;
        }
        return name + ".yaml";
    }

    private static String kebab(Kind kind) {
        return kind.word().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Names of resources come from files and clusters too, and may hold anything. */
    private static String harmless(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME_IN_A_FILE_NAME));
    }
}
