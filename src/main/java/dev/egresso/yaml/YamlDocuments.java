package dev.egresso.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** Cuts a text at the marks between documents, so that a broken one does not take the others with it, and parses them. */
final class YamlDocuments {
    /** A part of the text between two marks. @param line of its beginning, counted from zero */
    record Slice(int from, int to, int line) {}

    private YamlDocuments() {}

    /** A line that begins with three hyphens ends a document wherever it stands. */
    static List<Slice> slices(String text) {
        List<Slice> slices = new ArrayList<>();
        int from = 0;
        int fromLine = 0;
        int line = 0;
        for (int at = 0; at >= 0 && at < text.length(); at = after(text, at)) {
            if (at > from && isMark(text, at)) {
                slices.add(new Slice(from, at, fromLine));
                from = at;
                fromLine = line;
            }
            line++;
        }
        slices.add(new Slice(from, text.length(), fromLine));
        return slices;
    }

    private static int after(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? -1 : end + 1;
    }

    private static boolean isMark(String text, int at) {
        return text.startsWith("---", at) && (at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3)));
    }

    /** Whether nothing stands in it but comments, directives and blank lines. */
    static boolean isBlank(String slice) {
        return slice.lines()
                .map(String::strip)
                .allMatch(row -> row.isEmpty() || row.startsWith("#") || row.startsWith("%") || row.equals("---"));
    }

    /**
     * SnakeYAML lets a broken escape such as {@code "\\u"} out as a plain exception of Java.
     *
     * @throws Unreadable with the line within the slice
     */
    static List<Node> compose(String slice) {
        List<Node> documents = new ArrayList<>();
        reading(() -> yaml().composeAll(new StringReader(slice)).forEach(node -> {
            if (node != null) {
                documents.add(node);
            }
        }));
        return documents;
    }

    /** The same text as its parts come one after the other, with aliases left as they are. */
    static List<Event> events(String slice) {
        List<Event> events = new ArrayList<>();
        reading(() -> yaml().parse(new StringReader(slice)).forEach(events::add));
        return events;
    }

    private static void reading(Runnable reading) {
        try {
            reading.run();
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine();
            throw new Unreadable(line, "not YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw new Unreadable(0, "not YAML: " + firstRow(broken.getMessage()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new Unreadable(0, "not YAML: an escape in quotes is cut short");
        }
    }

    private static String firstRow(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(Limits.ALIASES);
        options.setNestingDepthLimit(Limits.DEPTH);
        options.setCodePointLimit(Limits.DOCUMENT_CHARACTERS);
        options.setAllowRecursiveKeys(false);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, new Bare());
    }
}
