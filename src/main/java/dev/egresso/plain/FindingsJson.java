package dev.egresso.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.egresso.check.Finding;
import dev.egresso.mesh.Origin;
import dev.egresso.mesh.Place;
import dev.egresso.mesh.Severity;
import dev.egresso.wizard.Said;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Findings for other programs: an array of our own, or SARIF, which code hosts show beside the lines. */
public final class FindingsJson {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonGenerator json;

    private FindingsJson(JsonGenerator json) {
        this.json = json;
    }

    /** What a writer does. */
    private interface Writing {
        void write(FindingsJson json) throws IOException;
    }

    public static String array(List<Said> findings) {
        return findings.isEmpty() ? "[]\n" : text(json -> json.writeArray(findings));
    }

    /** @param version of this program */
    public static String sarif(List<Said> findings, String version) {
        return text(json -> json.writeSarif(findings, version));
    }

    private static String text(Writing writing) {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(layout)) {
            writing.write(new FindingsJson(json));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot refuse to be written to", impossible);
        }
        return text + "\n";
    }

    private void writeArray(List<Said> findings) throws IOException {
        json.writeStartArray();
        for (Said said : findings) {
            Finding finding = said.finding();
            Optional<Origin.Read> read = finding.place().read();
            json.writeStartObject();
            json.writeStringField("rule", finding.rule());
            json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("resource", finding.place().resource());
            json.writeStringField("path", finding.place().path().field());
            text("file", read.map(Origin.Read::file));
            json.writeFieldName("line");
            if (read.isPresent()) {
                json.writeNumber(read.get().line());
            } else {
                json.writeNull();
            }
            json.writeStringField("what", said.what() + ". " + said.why());
            json.writeStringField("remedy", said.remedy());
            text("peer", said.peer());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String field, Optional<String> value) throws IOException {
        json.writeFieldName(field);
        if (value.isPresent()) {
            json.writeString(value.get());
        } else {
            json.writeNull();
        }
    }

    private void writeSarif(List<Said> findings, String version) throws IOException {
        Map<String, Said> rules = new TreeMap<>();
        findings.forEach(said -> rules.putIfAbsent(said.finding().rule(), said));
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "egresso");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Said said : rules.values()) {
            json.writeStartObject();
            json.writeStringField("id", said.finding().rule());
            message("shortDescription", said.what());
            message("help", said.remedy());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        for (Said said : findings) {
            result(said);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void result(Said said) throws IOException {
        Finding finding = said.finding();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        json.writeStringField("level", level(finding.severity()));
        message("message", said.what() + ". " + said.why() + " " + said.remedy());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        Place place = finding.place();
        if (place.read().isPresent()) {
            Origin.Read read = place.read().get();
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", read.file().replace('\\', '/'));
            json.writeEndObject();
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", read.line());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField(
                "fullyQualifiedName", place.resource() + "/" + place.path().field());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void message(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
