package dev.egresso.screens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping being read strictly: each key is asked for once, and what nobody asked for is refused. */
final class YamlText {
    private final String file;
    private final int line;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private YamlText(String file, Node node) {
        this.file = file;
        this.line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw new BadText(file, line, "expected keys with values here");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            int at = line(tuple.getKeyNode());
            String key = scalar(file, tuple.getKeyNode());
            if (fields.put(key, tuple.getValueNode()) != null) {
                throw new BadText(file, at, "the key " + key + " stands here twice");
            }
            lines.put(key, at);
        }
    }

    static YamlText of(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        options.setCodePointLimit(4 * 1024 * 1024);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text));
            if (root == null) {
                throw new BadText(file, 1, "the file is empty");
            }
            return new YamlText(file, root);
        } catch (MarkedYAMLException broken) {
            int at = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new BadText(file, at, "not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw new BadText(
                    file,
                    1,
                    "not YAML: " + broken.getMessage().lines().findFirst().orElse(""));
        }
    }

    String required(String key) {
        return optional(key).orElseThrow(() -> new BadText(file, line, "the key " + key + " is missing"));
    }

    Optional<String> optional(String key) {
        return take(key).map(node -> scalar(file, node));
    }

    List<YamlText> list(String key) {
        Optional<Node> node = take(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof SequenceNode sequence)) {
            throw new BadText(file, line(node.get()), key + " should be a list");
        }
        List<YamlText> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlText(file, item)));
        return items;
    }

    /** A list of plain values. */
    List<String> values(String key) {
        Optional<Node> node = take(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof SequenceNode sequence)) {
            throw new BadText(file, line(node.get()), key + " should be a list");
        }
        return sequence.getValue().stream().map(item -> scalar(file, item)).toList();
    }

    /** A mapping of plain values. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        take(key).ifPresent(node -> {
            YamlText mapping = new YamlText(file, node);
            mapping.fields.forEach((name, value) -> texts.put(name, scalar(file, value)));
        });
        return texts;
    }

    /** The line of a key, for what is wrong with its value. */
    int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    /** The line of an entry below a key. */
    int lineOf(String key, String entry) {
        return fields.get(key) instanceof MappingNode mapping ? new YamlText(file, mapping).lineOf(entry) : lineOf(key);
    }

    BadText fault(int at, String what) {
        return new BadText(file, at, what);
    }

    BadText fault(String what) {
        return new BadText(file, line, what);
    }

    /** Refuses what is left over. */
    void end() {
        fields.keySet().stream().filter(key -> !taken.contains(key)).findFirst().ifPresent(key -> {
            throw new BadText(file, lines.get(key), "the key " + key + " is not known here");
        });
    }

    private final List<String> taken = new ArrayList<>();

    private Optional<Node> take(String key) {
        taken.add(key);
        return Optional.ofNullable(fields.get(key));
    }

    private static String scalar(String file, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().stripTrailing();
        }
        throw new BadText(file, line(node), "expected a single value here");
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }
}
