package dev.egresso.cluster;

import dev.egresso.mesh.Node;
import dev.egresso.rollout.ContextEntry;
import dev.egresso.yaml.OneObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kubeconfig files of this user, put together as kubectl does (Kubernetes documentation, "Organizing Cluster Access
 * Using kubeconfig Files"): the first file to name a thing wins, files that are not there do not matter, and paths are
 * relative to the file they stand in. fabric8's own reading differs: it takes another context where the one asked for is
 * missing, lets variables of its own override the file, and tells no line.
 */
final class Kubeconfig {
    private static final String NAME = "name";

    private final Map<String, Section> contexts = new LinkedHashMap<>();
    private final Map<String, Section> clusters = new LinkedHashMap<>();
    private final Map<String, Section> users = new LinkedHashMap<>();
    private String current = "";

    private Kubeconfig() {}

    /** @throws Troubled for a file that is none */
    static Kubeconfig of(Map<String, String> environment, Path home) {
        Kubeconfig merged = new Kubeconfig();
        for (Path file : files(environment, home)) {
            if (Files.exists(file)) {
                read(file).ifPresent(root -> merged.add(new Section(root, file)));
            }
        }
        return merged;
    }

    static Kubeconfig none() {
        return new Kubeconfig();
    }

    private static Set<Path> files(Map<String, String> environment, Path home) {
        String list = environment.getOrDefault("KUBECONFIG", "");
        if (list.isEmpty()) {
            return Set.of(home.resolve(".kube").resolve("config"));
        }
        Set<Path> files = new LinkedHashSet<>();
        for (String name : list.split(File.pathSeparator)) {
            if (!name.isEmpty()) {
                files.add(path(name));
            }
        }
        return files;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException nonsense) {
            throw Troubled.of("kubeconfig-unreadable", "file", name);
        }
    }

    private static Optional<Node.Mapping> read(Path file) {
        OneObject read = OneObject.read(file.toString(), text(file));
        read.fault().ifPresent(fault -> {
            throw Troubled.of("kubeconfig-broken", "at", file + ":" + fault.line(), "detail", harmless(fault.what()));
        });
        return read.root();
    }

    /** A value that begins with a star is an alias to YAML, and may be a password to whoever wrote it. */
    private static String harmless(String what) {
        return what.replaceAll("(undefined alias).*", "$1; a text that begins with a star is put in quotes");
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw Troubled.of("kubeconfig-unreadable", "file", file.toString());
        }
    }

    private void add(Section file) {
        add(file, "contexts", "context", contexts);
        add(file, "clusters", "cluster", clusters);
        add(file, "users", "user", users);
        if (current.isEmpty()) {
            current = file.text("current-context");
        }
    }

    /** A name twice in one file is a mistake of whoever wrote it; in two files the first one wins. */
    private static void add(Section file, String list, String key, Map<String, Section> known) {
        Map<String, Section> here = new LinkedHashMap<>();
        for (Section entry : file.sections(list)) {
            Section value = entry.section(key)
                    .orElse(new Section(
                            new Node.Mapping(List.of(), entry.fields().origin()), file.file()));
            if (here.putIfAbsent(entry.text(NAME), value) != null) {
                throw Troubled.of("kubeconfig-twice", "at", entry.at(NAME), "kind", key, "name", entry.text(NAME));
            }
        }
        here.forEach(known::putIfAbsent);
    }

    boolean isEmpty() {
        return contexts.isEmpty();
    }

    String current() {
        return current;
    }

    Optional<Section> context(String name) {
        return Optional.ofNullable(contexts.get(name));
    }

    Optional<Section> cluster(String name) {
        return Optional.ofNullable(clusters.get(name));
    }

    Optional<Section> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    List<ContextEntry> entries() {
        return contexts.entrySet().stream()
                .map(each -> entry(each.getKey(), each.getValue()))
                .toList();
    }

    private ContextEntry entry(String name, Section context) {
        String cluster = context.text("cluster");
        return new ContextEntry(
                name,
                cluster,
                cluster(cluster)
                        .map(found -> ServerUrl.shown(found.text("server")))
                        .orElse(""),
                context.text("user"),
                context.text("namespace"),
                name.equals(current));
    }
}
