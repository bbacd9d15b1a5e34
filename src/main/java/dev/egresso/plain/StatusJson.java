package dev.egresso.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.egresso.rollout.Address;
import dev.egresso.rollout.Receipt;
import dev.egresso.rollout.Standing;
import dev.egresso.yaml.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was applied and how it stands, as JSON: an array with an object for each receipt. */
public final class StatusJson {
    private StatusJson() {}

    public static String of(Map<Receipt, List<Standing>> standings) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(JsonObject.layout())) {
            json.writeStartArray();
            for (Map.Entry<Receipt, List<Standing>> each : standings.entrySet()) {
                write(each.getKey(), each.getValue(), json);
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse to be written to", impossible);
        }
        return text + "\n";
    }

    private static void write(Receipt receipt, List<Standing> standings, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("receipt", receipt.id());
        json.writeStringField("name", receipt.name());
        json.writeStringField("context", receipt.site().context());
        json.writeStringField("server", receipt.site().server());
        json.writeStringField("time", receipt.time().toString());
        json.writeStringField("person", receipt.person());
        json.writeBooleanField("open", receipt.isOpen());
        json.writeStringField("selector", receipt.selector().orElse(null));
        json.writeArrayFieldStart("resources");
        for (Standing standing : standings) {
            write(standing, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Standing standing, JsonGenerator json) throws IOException {
        Address address = standing.entry().address();
        json.writeStartObject();
        json.writeStringField("resource", address.toString());
        json.writeStringField(
                "state", standing.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeArrayFieldStart("writers");
        for (String writer : standing.writers()) {
            json.writeString(writer);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
