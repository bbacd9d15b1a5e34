package dev.egresso.yaml;

import dev.egresso.mesh.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a document is written: its line ends, how far things are indented, what is quoted. */
final class Writing {
    private static final int USUAL_STEP = 2;

    private final String text;
    private final boolean json;
    private final BlockText block;

    Writing(String text, boolean json, Spot root) {
        this.text = text;
        this.json = json;
        List<Integer> steps = new ArrayList<>();
        List<Integer> listSteps = new ArrayList<>();
        steps(root, steps, listSteps);
        this.block = new BlockText(
                text.contains("\r\n") ? "\r\n" : "\n",
                steps.isEmpty() ? USUAL_STEP : steps.get(0),
                listSteps.isEmpty() ? 0 : listSteps.get(0));
    }

    /** By how much objects and lists stand further right than their keys. */
    private void steps(Spot spot, List<Integer> steps, List<Integer> listSteps) {
        if (spot instanceof Spot.Fields fields) {
            for (Spot.Entry entry : fields.entries()) {
                if (entry.value().isBlock() && !fields.flow()) {
                    int by = Blank.column(text, entry.value().at().from())
                            - Blank.column(text, entry.key().at().start());
                    (entry.value() instanceof Spot.Fields ? steps : listSteps).add(by);
                }
                steps(entry.value(), steps, listSteps);
            }
        } else if (spot instanceof Spot.Items items) {
            items.items().forEach(item -> steps(item, steps, listSteps));
        }
    }

    BlockText block() {
        return block;
    }

    String lineEnd() {
        return block.lineEnd();
    }

    /** As the parts of an object or list in braces are written. */
    FlowText flow(Spot container) {
        boolean lines = eachOnItsLine(container);
        Optional<Spot.Entry> sibling = container instanceof Spot.Fields fields
                ? fields.entries().stream().findFirst()
                : Optional.empty();
        boolean quoted =
                json || sibling.map(entry -> entry.key().style() == '"').orElse(false);
        String colon = sibling.map(entry ->
                        text.substring(entry.key().to(), entry.value().at().start()))
                .filter(between -> between.strip().equals(":") && !between.contains("\n"))
                .filter(between -> quoted || between.endsWith(" "))
                .orElse(compact() ? ":" : ": ");
        return new FlowText(quoted, colon, comma(container), lines, lineEnd(), blank(), flowStep(container));
    }

    private boolean compact() {
        return json && !text.contains("\": ") && !text.contains("\" :");
    }

    private String comma(Spot container) {
        List<Spot> parts = parts(container);
        if (parts.size() > 1) {
            String between =
                    text.substring(ends(container).get(0), parts.get(1).at().start());
            if (between.strip().equals(",") && !between.contains("\n")) {
                return between.substring(between.indexOf(',') + 1);
            }
        }
        return compact() ? "" : " ";
    }

    /** JSON may be indented with tabs. */
    String blank() {
        return json && text.contains("\n\t") ? "\t" : " ";
    }

    boolean eachOnItsLine(Spot container) {
        List<Spot> parts = parts(container);
        return parts.isEmpty()
                ? json && text.strip().contains("\n")
                : Blank.leads(text, parts.get(0).at().start());
    }

    int flowStep(Spot container) {
        List<Spot> parts = parts(container);
        return parts.isEmpty() || !eachOnItsLine(container)
                ? blank().equals("\t") ? 1 : USUAL_STEP
                : Math.max(0, Blank.column(text, parts.get(0).at().start()) - indent(container));
    }

    /** How far right the line begins that a part begins on. */
    int indent(Spot spot) {
        int start = Blank.lineStart(text, spot.at().start());
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - start;
    }

    /** Where the parts of an object or list begin: keys or items. */
    static List<Spot> parts(Spot container) {
        if (container instanceof Spot.Fields fields) {
            return fields.entries().stream().<Spot>map(Spot.Entry::key).toList();
        }
        return ((Spot.Items) container).items();
    }

    /** Where they end. */
    static List<Integer> ends(Spot container) {
        if (container instanceof Spot.Fields fields) {
            return fields.entries().stream()
                    .map(entry -> Math.max(entry.key().to(), entry.value().to()))
                    .toList();
        }
        return ((Spot.Items) container).items().stream().map(Spot::to).toList();
    }

    /** A single value in place of one that is written in quotes, or as its neighbours are. */
    String word(Node.Known value, Spot.Word like) {
        if (value.type() == Node.Type.STRING && like.isQuoted()) {
            return json ? JsonObject.text(value) : YamlScalar.quoted(value.text(), like.style());
        }
        return BlockText.scalar(value);
    }

    /** Where nothing was written, a blank is missing too. */
    String behindColon(int from, String word) {
        boolean glued = from > 0 && (text.charAt(from - 1) == ':' || text.charAt(from - 1) == '-');
        return glued ? " " + word : word;
    }

    /** A list of quoted texts gets another quoted text. */
    Optional<String> likeNeighbours(Spot.Items items, Node value) {
        return value instanceof Node.Known known
                        && !items.items().isEmpty()
                        && items.items().get(0) instanceof Spot.Word like
                        && like.isQuoted()
                ? Optional.of(word(known, like))
                : Optional.empty();
    }
}
