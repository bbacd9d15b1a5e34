package dev.egresso.cluster;

import dev.egresso.rollout.ContextEntry;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kubeconfig files of this user, put together as kubectl does (Kubernetes documentation, "Organizing Cluster Access
 * Using kubeconfig Files"): the first file to name a thing wins, files that are not there do not matter, and paths are
 * relative to the file they stand in. fabric8's own reading differs: it takes another context where the one asked for is
 * missing, and lets variables of its own override the file.
 */
final class Kubeconfig {
    /** Something a file names, and the folder that its relative paths begin at. */
    record Found<T>(T value, Path folder) {
        String path(String text) {
            return text == null || text.isEmpty() ? null : folder.resolve(text).toString();
        }
    }

    private final Map<String, Found<Context>> contexts = new LinkedHashMap<>();
    private final Map<String, Found<io.fabric8.kubernetes.api.model.Cluster>> clusters = new LinkedHashMap<>();
    private final Map<String, Found<AuthInfo>> users = new LinkedHashMap<>();
    private String current = "";

    private Kubeconfig() {}

    /** @throws Troubled for a file that is none */
    static Kubeconfig of(Map<String, String> environment, Path home) {
        Kubeconfig merged = new Kubeconfig();
        for (Path file : files(environment, home)) {
            if (Files.isRegularFile(file)) {
                merged.add(read(file), file.toAbsolutePath().getParent());
            }
        }
        return merged;
    }

    private static List<Path> files(Map<String, String> environment, Path home) {
        String list = environment.getOrDefault("KUBECONFIG", "");
        if (list.isEmpty()) {
            return List.of(home.resolve(".kube").resolve("config"));
        }
        List<Path> files = new ArrayList<>();
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

    private static Config read(Path file) {
        try {
            String text = Files.readString(file);
            Config read = text.isBlank() ? new Config() : Serialization.unmarshal(text, Config.class);
            return read == null ? new Config() : read;
        } catch (IOException | RuntimeException unreadable) {
            throw Troubled.of("kubeconfig-unreadable", "file", file.toString());
        }
    }

    private void add(Config file, Path folder) {
        nonNull(file.getContexts()).forEach(each -> put(contexts, each.getName(), each.getContext(), folder));
        nonNull(file.getClusters()).forEach(each -> put(clusters, each.getName(), each.getCluster(), folder));
        nonNull(file.getUsers()).forEach(each -> put(users, each.getName(), each.getUser(), folder));
        if (current.isEmpty() && file.getCurrentContext() != null) {
            current = file.getCurrentContext();
        }
    }

    private static <T> void put(Map<String, Found<T>> map, String name, T value, Path folder) {
        if (name != null && value != null) {
            map.putIfAbsent(name, new Found<>(value, folder));
        }
    }

    private static <T> List<T> nonNull(List<T> list) {
        return list == null ? List.of() : list;
    }

    boolean isEmpty() {
        return contexts.isEmpty();
    }

    String current() {
        return current;
    }

    Optional<Context> context(String name) {
        return Optional.ofNullable(contexts.get(name)).map(Found::value);
    }

    Optional<Found<io.fabric8.kubernetes.api.model.Cluster>> cluster(String name) {
        return Optional.ofNullable(clusters.get(name == null ? "" : name));
    }

    Optional<Found<AuthInfo>> user(String name) {
        return Optional.ofNullable(users.get(name == null ? "" : name));
    }

    List<ContextEntry> entries() {
        return contexts.entrySet().stream()
                .map(each -> entry(each.getKey(), each.getValue().value()))
                .toList();
    }

    private ContextEntry entry(String name, Context context) {
        return new ContextEntry(
                name,
                orEmpty(context.getCluster()),
                cluster(context.getCluster())
                        .map(found -> orEmpty(found.value().getServer()))
                        .orElse(""),
                orEmpty(context.getUser()),
                orEmpty(context.getNamespace()),
                name.equals(current));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
