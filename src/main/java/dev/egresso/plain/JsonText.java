package dev.egresso.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.egresso.mesh.Manifest;
import dev.egresso.mesh.Node;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Resources as JSON: a Kubernetes {@code List}, which kubectl takes as it is. */
public final class JsonText {
    private JsonText() {}

    public static String of(List<Manifest> manifests) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(layout)) {
            json.writeStartObject();
            json.writeStringField("apiVersion", "v1");
            json.writeStringField("kind", "List");
            json.writeArrayFieldStart("items");
            for (Manifest manifest : manifests) {
                write(manifest.root(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse to be written to", impossible);
        }
        return text + "\n";
    }

    private static void write(Node node, JsonGenerator json) throws IOException {
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
