package dev.egresso.cluster;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A part of a kubeconfig: fields, the file that they stand in, and the folder that its relative paths begin at. What a
 * field cannot be is a trouble with its file and line.
 */
record Section(Node.Mapping fields, Path file) {
    /** Words of a person, or empty. A number or a flag is taken as it is written. */
    String text(String key) {
        Node node = node(key).orElse(null);
        if (node == null) {
            return "";
        }
        if (node instanceof Node.Known known) {
            return known.text();
        }
        throw trouble("kubeconfig-no-text", key);
    }

    boolean flag(String key) {
        Node node = node(key).orElse(null);
        if (node == null) {
            return false;
        }
        if (node instanceof Node.Known known && known.type() == Node.Type.BOOLEAN) {
            return known.text().equals("true");
        }
        throw trouble("kubeconfig-no-flag", key);
    }

    List<String> texts(String key) {
        return items(key).stream()
                .map(item -> {
                    if (item instanceof Node.Known known) {
                        return known.text();
                    }
                    throw trouble("kubeconfig-no-text", key);
                })
                .toList();
    }

    /** The objects of a list. */
    List<Section> sections(String key) {
        return items(key).stream()
                .map(item -> {
                    if (item instanceof Node.Mapping mapping) {
                        return new Section(mapping, file);
                    }
                    throw trouble("kubeconfig-no-object", key);
                })
                .toList();
    }

    private List<Node> items(String key) {
        Node node = node(key).orElse(null);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        throw trouble("kubeconfig-no-list", key);
    }

    Optional<Section> section(String key) {
        return node(key).map(node -> {
            if (node instanceof Node.Mapping mapping) {
                return new Section(mapping, file);
            }
            throw trouble("kubeconfig-no-object", key);
        });
    }

    /** Empty where the key is not there, or has nothing behind it. */
    Optional<Node> node(String key) {
        return fields.get(key).filter(node -> !(node instanceof Node.Known known && known.type() == Node.Type.NULL));
    }

    boolean has(String key) {
        return node(key)
                .filter(node ->
                        !(node instanceof Node.Known known && known.text().isEmpty()))
                .isPresent();
    }

    /** A path as the file means it: from its own folder on. */
    Path path(String key) {
        try {
            return file.toAbsolutePath().resolveSibling(text(key)).normalize();
        } catch (InvalidPathException nonsense) {
            throw unreadable(key, text(key));
        }
    }

    /** What stands in base64 under the first key, or else in the file that the second one names; the first wins. */
    Optional<byte[]> bytes(String dataKey, String fileKey) {
        if (has(dataKey)) {
            return Optional.of(decoded(dataKey));
        }
        return has(fileKey) ? Optional.of(contents(fileKey)) : Optional.empty();
    }

    private byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(text(key).replaceAll("\\s", "").getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notBase64) {
            throw trouble("kubeconfig-no-base64", key);
        }
    }

    byte[] contents(String key) {
        Path path = path(key);
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw unreadable(key, path.toString());
        }
    }

    private Troubled unreadable(String key, String path) {
        return Troubled.of("kubeconfig-no-file", "at", at(key), "field", key, "file", path);
    }

    /** @param id of a sentence that names the place and the field */
    Troubled trouble(String id, String key) {
        return Troubled.of(id, "at", at(key), "field", key);
    }

    /** File and line of a field, or of the whole if it has none of that name. */
    String at(String key) {
        Origin origin = fields.fields().stream()
                .filter(field -> field.key().equals(key))
                .map(Node.Field::origin)
                .findFirst()
                .orElse(fields.origin());
        return file + (origin instanceof Origin.Read read ? ":" + read.line() : "");
    }
}
