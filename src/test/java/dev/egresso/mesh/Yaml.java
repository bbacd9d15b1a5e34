package dev.egresso.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Resources for tests, written as YAML: short to write, and each node knows its line as if it had been read. */
public final class Yaml {
    private static final String FILE = "test.yaml";

    private Yaml() {}

    public static List<Manifest> manifests(String text) {
        List<Manifest> manifests = new ArrayList<>();
        LoadSettings settings = LoadSettings.builder().build();
        for (org.snakeyaml.engine.v2.nodes.Node document : new Compose(settings).composeAllFromString(text)) {
            Node root = tree(document);
            if (root instanceof Node.Mapping mapping) {
                Optional<Kind> kind = mapping.get("kind")
                        .filter(Node.Known.class::isInstance)
                        .flatMap(known -> Kind.of(((Node.Known) known).text()));
                kind.ifPresent(found -> manifests.add(new Manifest(found, mapping)));
            }
        }
        return manifests;
    }

    private static Node tree(org.snakeyaml.engine.v2.nodes.Node node) {
        Origin origin = origin(node);
        if (node instanceof MappingNode mapping) {
            List<Node.Field> fields = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                fields.add(new Node.Field(key, false, origin(tuple.getKeyNode()), tree(tuple.getValueNode())));
            }
            return new Node.Mapping(fields, origin);
        }
        if (node instanceof SequenceNode sequence) {
            return new Node.Sequence(
                    sequence.getValue().stream().map(Yaml::tree).toList(), origin);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new Node.Known(scalar.getValue(), type(scalar.getTag()), origin);
    }

    private static Node.Type type(Tag tag) {
        if (tag.equals(Tag.INT)) {
            return Node.Type.INTEGER;
        }
        if (tag.equals(Tag.FLOAT)) {
            return Node.Type.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return Node.Type.BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? Node.Type.NULL : Node.Type.STRING;
    }

    private static Origin origin(org.snakeyaml.engine.v2.nodes.Node node) {
        return new Origin.Read(
                FILE, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
    }
}
