package dev.egresso.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/**
 * JSON as the tree that resources are made of: what an API server answers, and what a receipt keeps. Numbers keep the text
 * they were written with, so that what was read is written again as it was.
 */
public final class JsonObject {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonObject() {}

    /** Empty for a text that is not one JSON object. @param origin of every node of it, whatever its line */
    public static Optional<Node.Mapping> read(String text, Origin origin) {
        try {
            List<JsonTree.Document> documents = JsonTree.read("", text);
            return documents.size() == 1 && documents.get(0).node() instanceof Node.Mapping object
                    ? Optional.of(mapping(object, origin))
                    : Optional.empty();
        } catch (Unreadable notJson) {
            return Optional.empty();
        }
    }

    private static Node.Mapping mapping(Node.Mapping mapping, Origin origin) {
        return new Node.Mapping(
                mapping.fields().stream()
                        .map(field -> new Node.Field(field.key(), field.free(), origin, node(field.value(), origin)))
                        .toList(),
                origin);
    }

    private static Node node(Node node, Origin origin) {
        if (node instanceof Node.Mapping mapping) {
            return mapping(mapping, origin);
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    sequence.items().stream().map(item -> node(item, origin)).toList(), origin);
        }
        return node instanceof Node.Known known ? new Node.Known(known.text(), known.type(), origin) : node;
    }

    /** On one line. */
    public static String text(Node node) {
        return text(node, new MinimalPrettyPrinter());
    }

    /** For people. */
    public static String pretty(Node node) {
        return text(node, layout());
    }

    /** Two blanks for each level, and the same line ends everywhere. */
    public static PrettyPrinter layout() {
        return new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    }

    private static String text(Node node, PrettyPrinter layout) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).setPrettyPrinter(layout)) {
            write(node, json);
        } catch (IOException impossible) {
            throw new IllegalStateException("a string cannot refuse to be written to", impossible);
        }
        return text.toString();
    }

    /** A hole becomes null. */
    public static void write(Node node, JsonGenerator json) throws IOException {
        if (node instanceof Node.Mapping mapping) {
            json.writeStartObject();
            for (Node.Field field : mapping.fields()) {
                json.writeFieldName(field.key());
                write(field.value(), json);
            }
            json.writeEndObject();
        } else if (node instanceof Node.Sequence sequence) {
            json.writeStartArray();
            for (Node item : sequence.items()) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (node instanceof Node.Known known) {
            switch (known.type()) {
                case STRING -> json.writeString(known.text());
                case INTEGER, NUMBER -> json.writeNumber(known.text());
                case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(known.text()));
                case NULL -> json.writeNull();
            }
        } else {
            json.writeNull();
        }
    }
}
