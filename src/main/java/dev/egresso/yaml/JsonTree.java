package dev.egresso.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.egresso.mesh.Node;
import dev.egresso.mesh.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads JSON, one document or several after each other, into nodes that know their file and line. */
final class JsonTree {
    private final String file;
    private final JsonParser json;
    private final List<String> way = new ArrayList<>();

    /**
     * One document.
     *
     * @param from the index of its first sign
     * @param to the index behind its last one
     * @param line of its beginning, counted from zero
     */
    record Document(Node node, int from, int to, int line) {}

    private JsonTree(String file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /** @throws Unreadable for what is not JSON */
    static List<Document> read(String file, String text) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.DEPTH)
                        .maxStringLength(Limits.DOCUMENT_CHARACTERS)
                        .build())
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        List<Document> documents = new ArrayList<>();
        try (JsonParser json = factory.createParser(text)) {
            JsonTree tree = new JsonTree(file, json);
            while (json.nextToken() != null) {
                int from = (int) json.currentTokenLocation().getCharOffset();
                int line = tree.line() - 1;
                Node node = tree.node();
                int to = (int) json.currentLocation().getCharOffset();
                documents.add(new Document(node, from, to, line));
            }
            return documents;
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr() - 1;
            throw new Unreadable(line, "not JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("a string cannot refuse to be read", impossible);
        }
    }

    private Node node() throws IOException {
        Origin origin = origin();
        JsonToken token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> object(origin);
            case START_ARRAY -> array(origin);
            case VALUE_NUMBER_INT -> new Node.Known(json.getText(), Node.Type.INTEGER, origin);
            case VALUE_NUMBER_FLOAT -> new Node.Known(json.getText(), Node.Type.NUMBER, origin);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Known(json.getText(), Node.Type.BOOLEAN, origin);
            case VALUE_NULL -> new Node.Known("", Node.Type.NULL, origin);
            default -> new Node.Known(json.getText(), Node.Type.STRING, origin);
        };
    }

    private Node object(Origin origin) throws IOException {
        boolean free = FreeKeys.are(way);
        List<Node.Field> fields = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            Origin ofKey = origin();
            if (!keys.add(key)) {
                throw new Unreadable(line() - 1, "the key " + Unreadable.shown(key) + " stands here twice");
            }
            json.nextToken();
            way.add(key);
            fields.add(new Node.Field(key, free, ofKey, node()));
            way.remove(way.size() - 1);
        }
        return new Node.Mapping(fields, origin);
    }

    private Node array(Origin origin) throws IOException {
        List<Node> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Node.Sequence(items, origin);
    }

    private Origin origin() {
        return new Origin.Read(file, line());
    }

    private int line() {
        return json.currentTokenLocation().getLineNr();
    }
}
