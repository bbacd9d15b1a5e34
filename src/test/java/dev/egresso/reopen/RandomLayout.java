package dev.egresso.reopen;

import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import dev.egresso.yaml.JsonObject;
import dev.egresso.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Writes resources as somebody might have written them by hand or had them written by a tool: any indentation, order, quotes,
 * comments and line ends.
 */
final class RandomLayout {
    private final Random random;
    private final int indent;
    private final boolean listsIndented;
    private final boolean commented;
    private final boolean shuffled;
    private final double flow;
    private final double quoted;
    private int comments;

    RandomLayout(long seed) {
        random = new Random(seed);
        indent = 2 + random.nextInt(3);
        listsIndented = random.nextBoolean();
        commented = random.nextInt(3) > 0;
        shuffled = random.nextInt(3) == 0;
        flow = random.nextInt(3) == 0 ? 0.3 : 0;
        quoted = random.nextInt(3) == 0 ? 0.5 : 0.05;
    }

    String write(List<Manifest> manifests) {
        List<Manifest> order = new ArrayList<>(manifests);
        if (random.nextInt(3) == 0) {
            Collections.shuffle(order, random);
        }
        String text =
                switch (random.nextInt(8)) {
                    case 0 -> list(order);
                    case 1 -> json(order);
                    default -> documents(order);
                };
        boolean unended = random.nextInt(6) == 0;
        String ended = unended ? text.stripTrailing() : text;
        String crlf = random.nextInt(5) == 0 ? ended.replace("\n", "\r\n") : ended;
        return random.nextInt(20) == 0 ? "\uFEFF" + crlf : crlf;
    }

    private String json(List<Manifest> manifests) {
        if (random.nextBoolean()) {
            return manifests.stream()
                    .map(manifest -> JsonObject.pretty(manifest.root()) + "\n")
                    .collect(Collectors.joining());
        }
        Origin origin = new Origin.Read("", 1);
        Node items =
                new Node.Sequence(manifests.stream().<Node>map(Manifest::root).toList(), origin);
        Node list = new Node.Mapping(
                List.of(
                        new Node.Field("apiVersion", false, origin, new Node.Known("v1", Node.Type.STRING, origin)),
                        new Node.Field("kind", false, origin, new Node.Known("List", Node.Type.STRING, origin)),
                        new Node.Field("items", false, origin, items)),
                origin);
        return JsonObject.pretty(list) + "\n";
    }

    private String list(List<Manifest> manifests) {
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
        for (Manifest manifest : manifests) {
            item(manifest.root(), listsIndented ? indent : 0, text);
        }
        return text.append("metadata:\n  resourceVersion: \"\"\n").toString();
    }

    private String documents(List<Manifest> manifests) {
        StringBuilder text = new StringBuilder();
        for (Manifest manifest : manifests) {
            boolean first = text.length() == 0;
            if (!first || random.nextInt(3) == 0) {
                text.append(random.nextInt(6) == 0 && !first ? "...\n---\n" : "---\n");
            }
            comment(0, text);
            fields(manifest.root(), 0, text);
            if (random.nextInt(6) == 0) {
                text.append('\n');
            }
            if (random.nextInt(8) == 0) {
                text.append("---\n# nothing here\n");
            }
            if (random.nextInt(8) == 0) {
                text.append("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\ndata:\n  a: |\n    kept\n");
            }
        }
        return text.toString();
    }

    private void comment(int column, StringBuilder text) {
        if (commented && random.nextInt(4) == 0) {
            text.append(" ".repeat(column)).append("# note ").append(++comments).append('\n');
        }
    }

    private String behind() {
        return commented && random.nextInt(6) == 0 ? "  # note " + ++comments : "";
    }

    private void fields(Node.Mapping mapping, int column, StringBuilder text) {
        List<Node.Field> fields = new ArrayList<>(mapping.fields());
        if (shuffled) {
            Collections.shuffle(fields, random);
        }
        for (Node.Field field : fields) {
            comment(column, text);
            text.append(" ".repeat(column));
            field(field, column, text);
        }
    }

    private void field(Node.Field field, int column, StringBuilder text) {
        text.append(YamlScalar.of(field.key())).append(':');
        below(field.value(), column, text);
    }

    private void below(Node value, int column, StringBuilder text) {
        if (value instanceof Node.Known || random.nextDouble() < flow) {
            text.append(' ').append(inline(value)).append(behind()).append('\n');
        } else if (value instanceof Node.Mapping mapping) {
            text.append(behind()).append('\n');
            fields(mapping, column + indent, text);
        } else {
            text.append(behind()).append('\n');
            ((Node.Sequence) value).items().forEach(item -> {
                comment(column + (listsIndented ? indent : 0), text);
                item(item, column + (listsIndented ? indent : 0), text);
            });
        }
    }

    private void item(Node item, int column, StringBuilder text) {
        text.append(" ".repeat(column)).append("- ");
        if (!(item instanceof Node.Mapping mapping) || random.nextDouble() < flow) {
            text.append(inline(item)).append(behind()).append('\n');
            return;
        }
        StringBuilder block = new StringBuilder();
        fields(mapping, column + 2, block);
        String written = block.toString();
        if (written.stripLeading().startsWith("#")) {
            text.setLength(text.length() - 1);
            text.append('\n').append(written);
        } else {
            text.append(written.substring(column + 2));
        }
    }

    private String inline(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.fields().stream()
                    .map(field -> YamlScalar.of(field.key()) + ": " + inline(field.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(this::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        Node.Known known = (Node.Known) node;
        if (known.type() != Node.Type.STRING) {
            return known.text();
        }
        boolean plain =
                YamlScalar.of(known.text()).equals(known.text()) && known.text().matches("[a-zA-Z0-9./:_-]+");
        if (plain && random.nextDouble() >= quoted) {
            return known.text();
        }
        return random.nextBoolean()
                        || known.text().contains("\\")
                        || known.text().contains("\"")
                ? "'" + known.text().replace("'", "''") + "'"
                : "\"" + known.text() + "\"";
    }
}
