package dev.egresso.yaml;

import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns what SnakeYAML composed of one document into nodes that know their file and line. */
final class YamlTree {
    private final String file;
    private final int firstLine;
    private final List<String> way = new ArrayList<>();
    private final Set<org.yaml.snakeyaml.nodes.Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<org.yaml.snakeyaml.nodes.Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int copied;

    /** @param firstLine the line of the text at which the document begins, counted from zero */
    YamlTree(String file, int firstLine) {
        this.file = file;
        this.firstLine = firstLine;
    }

    /** @throws Unreadable for what YAML allows and a resource does not: a loop, a key that is no word, a key twice */
    Node read(org.yaml.snakeyaml.nodes.Node node) {
        count(node);
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        if (!open.add(node)) {
            throw new Unreadable(line(node), "an alias leads back into what it stands in");
        }
        Node read = node instanceof MappingNode mapping ? mapping(mapping) : sequence((SequenceNode) node);
        open.remove(node);
        return read;
    }

    private void count(org.yaml.snakeyaml.nodes.Node node) {
        boolean again = !seen.add(node);
        copied += again ? 1 : 0;
        if (copied > Limits.NODES_BY_ALIASES) {
            throw new Unreadable(line(node), "the aliases come to more than " + Limits.NODES_BY_ALIASES + " parts");
        }
    }

    private Node mapping(MappingNode mapping) {
        boolean free = FreeKeys.are(way);
        List<Node.Field> fields = new ArrayList<>(mapping.getValue().size());
        Set<String> keys = new HashSet<>();
        List<org.yaml.snakeyaml.nodes.Node> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merged.add(tuple.getValueNode());
                continue;
            }
            String key = key(tuple.getKeyNode());
            if (!keys.add(key)) {
                throw new Unreadable(
                        line(tuple.getKeyNode()), "the key " + Unreadable.shown(key) + " stands here twice");
            }
            way.add(key);
            fields.add(new Node.Field(key, free, origin(tuple.getKeyNode()), read(tuple.getValueNode())));
            way.remove(way.size() - 1);
        }
        merged.forEach(node -> merge(node, keys, fields));
        return new Node.Mapping(fields, origin(mapping));
    }

    /** What {@code <<} brings in: one object or several, each giving way to what is there already. */
    private void merge(org.yaml.snakeyaml.nodes.Node from, Set<String> keys, List<Node.Field> fields) {
        if (from instanceof SequenceNode several) {
            several.getValue().forEach(each -> merge(each, keys, fields));
        } else if (read(from) instanceof Node.Mapping other) {
            other.fields().stream().filter(field -> keys.add(field.key())).forEach(fields::add);
        } else {
            throw new Unreadable(line(from), "<< merges objects only");
        }
    }

    private static String key(org.yaml.snakeyaml.nodes.Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new Unreadable(line(node), "a key is a single word, and here is an object or a list");
    }

    private Node sequence(SequenceNode sequence) {
        List<Node> items = new ArrayList<>(sequence.getValue().size());
        for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
            items.add(addressInBrackets(item).orElseGet(() -> read(item)));
        }
        return new Node.Sequence(items, origin(sequence));
    }

    /** {@code [2001:db8::]} is a list of one text to kubectl; SnakeYAML reads a key there that ends before the colon. */
    private Optional<Node> addressInBrackets(org.yaml.snakeyaml.nodes.Node item) {
        if (item instanceof MappingNode mapping
                && mapping.getValue().size() == 1
                && mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key
                && mapping.getValue().get(0).getValueNode() instanceof ScalarNode value
                && key.getTag().equals(Bare.TAG)
                && value.getValue().isEmpty()
                && key.getValue().endsWith(":")
                && mapping.getStartMark().getIndex() == key.getStartMark().getIndex()) {
            return Optional.of(new Node.Known(key.getValue() + ":", Node.Type.STRING, origin(key)));
        }
        return Optional.empty();
    }

    private Node scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Node.Type type = scalar.getTag().equals(Bare.TAG) ? ScalarType.of(text) : tagged(scalar.getTag(), text);
        return new Node.Known(ScalarType.plain(text, type), type, origin(scalar));
    }

    /** Quoted, or with a tag in front; a tag that the text does not bear out leaves a string. */
    private static Node.Type tagged(Tag tag, String text) {
        Node.Type bare = ScalarType.of(text);
        boolean fits = tag.equals(Tag.INT) && bare == Node.Type.INTEGER
                || tag.equals(Tag.FLOAT) && bare == Node.Type.NUMBER
                || tag.equals(Tag.BOOL) && bare == Node.Type.BOOLEAN
                || tag.equals(Tag.NULL) && bare == Node.Type.NULL;
        return fits ? bare : Node.Type.STRING;
    }

    private Origin origin(org.yaml.snakeyaml.nodes.Node node) {
        return new Origin.Read(file, firstLine + line(node) + 1);
    }

    private static int line(org.yaml.snakeyaml.nodes.Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine();
    }
}
