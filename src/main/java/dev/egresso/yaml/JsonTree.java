package dev.egresso.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON as the tree that resources are made of: what an API server answers, and what a receipt keeps. Numbers keep the text
 * they were written with, so that what was read is written again as it was.
 */
public final class JsonTree {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTree() {}

    /** Empty for a text that is not one JSON object. @param origin of every node of it */
    public static Optional<Node.Mapping> read(String text, Origin origin) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Node.Mapping read = mapping(parser, origin);
            return parser.nextToken() == null ? Optional.of(read) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Node node(JsonParser parser, Origin origin) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, origin);
            case START_ARRAY -> sequence(parser, origin);
            case VALUE_STRING -> new Node.Known(parser.getText(), Node.Type.STRING, origin);
            case VALUE_NUMBER_INT -> new Node.Known(parser.getText(), Node.Type.INTEGER, origin);
            case VALUE_NUMBER_FLOAT -> new Node.Known(parser.getText(), Node.Type.NUMBER, origin);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Known(parser.getText(), Node.Type.BOOLEAN, origin);
            default -> new Node.Known("null", Node.Type.NULL, origin);
        };
    }

    private static Node.Mapping mapping(JsonParser parser, Origin origin) throws IOException {
        List<Node.Field> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            fields.add(new Node.Field(key, false, origin, node(parser, origin)));
        }
        return new Node.Mapping(fields, origin);
    }

    private static Node.Sequence sequence(JsonParser parser, Origin origin) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser, origin));
        }
        return new Node.Sequence(items, origin);
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
